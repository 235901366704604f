package dev.rapidcall.calls.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {
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

  @Test
  void pausesGrowAndAreSpread() {
    Random random = new Random(1);

    List<Duration> pauses =
        Stream.generate(() -> Retries.pause(Duration.ofSeconds(10), 1, random)).limit(100).toList();
    assertThat(pauses).allMatch(pause -> pause.toMillis() >= 8_000 && pause.toMillis() <= 12_000);
    assertThat(Set.copyOf(pauses)).hasSizeGreaterThan(50);
    assertThat(Retries.pause(Duration.ofSeconds(10), 3, random))
        .isBetween(Duration.ofSeconds(128), Duration.ofSeconds(192));
    assertThat(Retries.pause(Duration.ofSeconds(10), 1000, random)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"1,0,false", "5,3599,false", "6,0,true", "1,3600,true"})
  void itIsOverAfterTheLastTryOrTheDeadline(int attempt, long second, boolean over) {
    CallTask task =
        new CallTask(new CallId("call_1"), "analysis", attempt, ENDED, ENDED.plusSeconds(3600));

    assertThat(Retries.isOver(task, SETTINGS, ENDED.plusSeconds(second))).isEqualTo(over);
  }
}
