package dev.rapidcall.local.sandbox.livekit.http;

import com.google.protobuf.Message;
import dev.rapidcall.local.sandbox.livekit.wire.Grants;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * One method of the API.
 *
 * @param service such as `livekit.RoomService`
 * @param name such as `CreateRoom`
 * @param empty a request with nothing in it, to parse into
 * @param allowed whether these grants are enough for this request
 */
record TwirpMethod<Q extends Message>(
    String service,
    String name,
    Q empty,
    BiPredicate<Grants, Q> allowed,
    Function<Q, Message> answer) {

  String path() {
    return "/twirp/" + service + "/" + name;
  }
}
