package dev.rapidcall.gateway.voiceagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.StandInOwner.Seen;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.service.identity.Caller;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** One call, its stand-in at call-service, and what was published of it. */
abstract class OneCallIT extends GatewayIT {
  static final String CALL = "{\"call\":{\"id\":\"x\"}}";
  static final String UTTERANCE = "{\"speaker\":\"Agent\",\"role\":\"agent\",\"text\":\"Hello\"}";

  final CallId call = new CallId("call_" + UUID.randomUUID().toString().substring(0, 12));
  @Autowired private JwtDecoder tokens;

  final void callServiceKnowsTheCall() {
    OWNER.json(callPath(), 200, CALL);
  }

  final String callPath() {
    return "/api/calls/" + call;
  }

  final Seen lastReading() {
    return OWNER.seenAt(callPath()).getLast();
  }

  final Caller callerOf(Seen request) {
    return Caller.of(tokens.decode(request.header("Authorization").substring("Bearer ".length())));
  }

  static String encoded(EventId id) {
    return URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
  }

  final <E extends Event> List<Envelope<E>> events(Class<E> family) {
    return published().of(call, family);
  }

  final <E extends Event> Envelope<E> only(Class<E> family) {
    List<Envelope<E>> events = events(family);
    assertThat(events).hasSize(1);
    return events.getFirst();
  }
}
