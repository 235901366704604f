package dev.rapidcall.billing.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallUsageTest {
  private final CallFacts call = CallFacts.web();

  @Test
  void isUnknownUntilTheEndIsKnown() {
    assertThat(CallUsage.of(List.of(call.opened(), call.tokens(1L, 2L)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT0.499S, 0", "PT0.5S, 1", "PT89.4999S, 89", "PT89.5S, 90", "PT-3S, 0"})
  void countsWholeSecondsRoundedHalfUp(Duration talkTime, long seconds) {
    assertThat(of(call.ended(talkTime)).seconds()).isEqualTo(seconds);
  }

  @Test
  void theHighestRevisionHoldsEvenIfTheEndIsToldLater() {
    UsageFact second = call.corrected(2, Duration.ofSeconds(20));
    UsageFact first = call.corrected(1, Duration.ofSeconds(40));
    UsageFact end = call.ended(Duration.ofSeconds(60));

    assertThat(of(second).seconds()).isEqualTo(20);
    assertThat(of(second, first, end).seconds()).isEqualTo(20);
  }

  @Test
  void aLaterReportReplacesTheTokensAsAWhole() {
    UsageFact known = call.tokens(1000L, 200L);
    UsageFact half = call.tokens(1500L, null);

    CallUsage usage = of(half, known, call.ended(Duration.ofSeconds(60)));

    assertThat(usage.tokens()).isEqualByComparingTo("1500");
    assertThat(usage.tokensComplete()).isFalse();
  }

  @Test
  void aReportWithoutUsageLeavesWhatIsKnown() {
    UsageFact known = call.tokensOf("gpt-5", 1000L, 200L);

    CallUsage usage = of(known, call.latencyOnly(), call.ended(Duration.ofSeconds(60)));

    assertThat(usage.tokens()).isEqualByComparingTo("1200");
    assertThat(usage.tokensComplete()).isTrue();
    assertThat(usage.model()).isEqualTo("gpt-5");
  }

  @Test
  void theNamedModelGoesBeforeTheOneOfTheUsage() {
    CallUsage usage =
        of(
            call.model("gpt-4.1"),
            call.tokensOf("gpt-5", 1000L, 200L),
            call.ended(Duration.ofSeconds(60)));

    assertThat(usage.model()).isEqualTo("gpt-4.1");
  }

  @Test
  void whatWasNotReportedIsUnknownAndNotZero() {
    CallUsage usage = of(call.ended(Duration.ofSeconds(60)));

    assertThat(usage.tokens()).isNull();
    assertThat(usage.model()).isNull();
    assertThat(usage.tokensComplete()).isFalse();
  }

  private static CallUsage of(UsageFact... facts) {
    return CallUsage.of(List.of(facts)).orElseThrow();
  }
}
