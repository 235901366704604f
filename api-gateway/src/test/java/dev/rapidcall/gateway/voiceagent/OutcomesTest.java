package dev.rapidcall.gateway.voiceagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {

  @DisplayName("weakness 32: `ended` of the dashboard is a user hang-up")
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"ended", "completed", " ended ", "", "  "})
  void saysWhoHungUpWhenTheRequestDoesNot(String said) {
    assertThat(Outcomes.of(said, EndRequester.AGENT)).isEqualTo("agent_hangup");
    assertThat(Outcomes.of(said, EndRequester.USER)).isEqualTo("user_hangup");
  }

  @Test
  void keepsAnyOtherWord() {
    assertThat(Outcomes.of(" voicemail ", EndRequester.AGENT)).isEqualTo("voicemail");
    assertThat(Outcomes.of("agent_hangup", EndRequester.USER)).isEqualTo("agent_hangup");
  }

  @Test
  void cutsALongOneAndIgnoresWhatIsNoText() {
    assertThat(Outcomes.of("x".repeat(100), EndRequester.USER)).hasSize(80);
    assertThat(Outcomes.of(5, EndRequester.USER)).isEqualTo("user_hangup");
  }
}
