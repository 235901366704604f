package dev.rapidcall.calls.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.work.TaskSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastWordsTest {
  private static final Instant ENDED = Instant.parse("2026-11-22T10:00:00Z");
  private static final TaskSettings SETTINGS =
      new TaskSettings(
          Duration.ofSeconds(6),
          Duration.ofSeconds(20),
          6,
          Duration.ofSeconds(10),
          Duration.ofHours(1),
          Duration.ofMinutes(2),
          16,
          75);

  @ParameterizedTest(name = "changed {0} s after the end: whole after {1} s")
  @CsvSource({"-30,6", "0,6", "4,10", "13,19", "15,20", "60,20"})
  void aTranscriptIsWholeWhenItHasBeenQuietOrItIsTooLate(long changed, long whole) {
    assertThat(LastWords.wholeAt(ENDED, ENDED.plusSeconds(changed), SETTINGS))
        .isEqualTo(ENDED.plusSeconds(whole));
  }

  @Test
  void whatHasNotComeAtAllIsAwaitedLongest() {
    assertThat(LastWords.wholeAt(ENDED, null, SETTINGS)).isEqualTo(ENDED.plusSeconds(20));
  }
}
