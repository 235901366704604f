package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The body by which a customer tries his webhook: of a call that there never was. */
@Component
public class TestBody {
  private static final String WEB_TEST = "webtest";
  private static final CallId NO_CALL = new CallId("call_test");

  private final Clock clock;
  private final JsonMapper json;

  TestBody(Clock clock, JsonMapper json) {
    this.clock = clock;
    this.json = json;
  }

  /** As JSON text. */
  public String of(Agent agent) {
    Instant now = clock.instant();
    CallSnapshot example =
        new CallSnapshot(
            NO_CALL,
            agent.owner(),
            agent.agentId(),
            agent.name(),
            CallChannel.WEB,
            new PhoneNumbers(WEB_TEST, WEB_TEST),
            now,
            null,
            Duration.ZERO,
            "in_progress",
            List.of(),
            false);
    return json.writeValueAsString(CallBody.ofTest(example));
  }
}
