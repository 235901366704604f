package dev.rapidcall.local.sandbox.livekit.http;

import com.google.protobuf.Empty;
import dev.rapidcall.local.sandbox.livekit.rooms.Presence;
import dev.rapidcall.local.sandbox.livekit.time.World;
import java.util.List;
import livekit.LivekitSip.TransferSIPParticipantRequest;

/** The methods of LiveKit's SIP service that the sandbox knows. */
final class SipMethods {

  private final World world;
  private final Presence presence;

  SipMethods(World world, Presence presence) {
    this.world = world;
    this.presence = presence;
  }

  List<TwirpMethod<?>> all() {
    return List.of(
        new TwirpMethod<>(
            "livekit.SIP",
            "TransferSIPParticipant",
            TransferSIPParticipantRequest.getDefaultInstance(),
            (grants, request) -> grants.sipCall() && grants.administers(request.getRoomName()),
            request ->
                world.ask(
                    () -> {
                      presence.transfer(
                          request.getRoomName(),
                          request.getParticipantIdentity(),
                          request.getTransferTo());
                      return Empty.getDefaultInstance();
                    })));
  }
}
