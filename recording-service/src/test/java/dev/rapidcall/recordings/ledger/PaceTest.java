package dev.rapidcall.recordings.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final Pace pace = new Pace(Settings.usual());

  @Test
  void waitsLongerEachTimeUpToABound() {
    assertThat(pace.wait(Step.START, 0, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pace.wait(Step.START, 3, 1)).isEqualTo(Duration.ofSeconds(8));
    assertThat(pace.wait(Step.START, 1_000_000, 1)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void whatFailedTogetherDoesNotComeBackTogether() {
    assertThat(pace.wait(Step.START, 3, 0)).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void beginsAtOnceExceptWhereItOnlyWatches() {
    assertThat(pace.first(Step.VERIFY)).isZero();
    assertThat(pace.first(Step.WATCH)).isEqualTo(Settings.usual().reconcileEvery());
  }
}
