package dev.rapidcall.gateway.voiceagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void aRepeatedRequestMakesTheSameEvent() {
    assertThat(id("call_a", "end", "key-1")).isEqualTo(id("call_a", "end", "key-1"));
  }

  @Test
  void anotherCallActOrKeyMakesAnotherEvent() {
    assertThat(id("call_a", "end", "key-1"))
        .isNotEqualTo(id("call_b", "end", "key-1"))
        .isNotEqualTo(id("call_a", "end-transcript", "key-1"))
        .isNotEqualTo(id("call_a", "end", "key-2"));
  }

  @Test
  void withoutKeyEveryRequestMakesAnEventOfItsOwn() {
    assertThat(id("call_a", "end", null)).isNotEqualTo(id("call_a", "end", null));
    assertThat(id("call_a", "end", " ")).isNotEqualTo(id("call_a", "end", " "));
  }

  private static EventId id(String call, String act, @Nullable String key) {
    Origin origin = new Origin("voice-agent", "request-1", key, Instant.EPOCH);
    CallEndRequested end =
        new CallEndRequested(new CallId(call), EndRequester.AGENT, "agent_hangup");
    return origin.envelope(act, end).id();
  }
}
