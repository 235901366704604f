package dev.rapidcall.calls.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {
  private static final Instant NOW = Instant.parse("2026-11-30T23:30:00Z");

  @DisplayName("weakness 14: a bound that is no whole number was not said")
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "soon", "1.5", "1e3", "-1", "NaN", "99999999999999999999"})
  void whatIsNoTimeIsIgnored(@Nullable String bound) {
    assertThat(TimeRange.lastWeek(bound, bound, NOW))
        .isEqualTo(new TimeRange(Instant.parse("2026-11-23T23:30:00Z"), NOW));
    assertThat(TimeRange.thisMonth(bound, bound, NOW))
        .isEqualTo(
            new TimeRange(
                Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-30T23:59:59.999Z")));
  }

  @DisplayName("weakness 14: the month is the one in UTC")
  @Test
  void aMonthBeginsAndEndsInUtc() {
    assertThat(TimeRange.thisMonth(null, null, Instant.parse("2026-12-01T00:00:00Z")).shown())
        .isEqualTo(
            new TimeRange.Shown(
                Instant.parse("2026-12-01T00:00:00Z").toEpochMilli(),
                Instant.parse("2026-12-31T23:59:59.999Z").toEpochMilli(),
                "UTC"));
  }

  @Test
  void whatIsSaidIsTakenToTheMillisecond() {
    assertThat(TimeRange.lastWeek("0", "1763805600001", NOW).shown())
        .isEqualTo(new TimeRange.Shown(0, 1_763_805_600_001L, "UTC"));
    assertThat(TimeRange.thisMonth("5", null, NOW).from()).isEqualTo(Instant.ofEpochMilli(5));
  }
}
