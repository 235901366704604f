package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.web.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Reads from a request where its events come from. */
@Component
final class Origins {
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private final Clock clock;

  Origins(Clock clock) {
    this.clock = clock;
  }

  Origin of(HttpServletRequest request, Caller caller) {
    return new Origin(
        source(caller), RequestId.of(request), request.getHeader(IDEMPOTENCY_KEY), clock.instant());
  }

  private static String source(Caller caller) {
    if (caller.equals(Caller.agent())) {
      return "voice-agent";
    }
    return caller.subject().startsWith("api-key:") ? "api" : "dashboard";
  }
}
