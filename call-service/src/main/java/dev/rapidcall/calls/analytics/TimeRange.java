package dev.rapidcall.calls.analytics;

import dev.rapidcall.calls.input.EpochMillis;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** When calls started, both ends included. A bound that is no time in milliseconds was not said. */
record TimeRange(Instant from, Instant to) {
  private static final Duration WEEK = Duration.ofDays(7);

  /** The last seven days unless said otherwise. */
  static TimeRange lastWeek(@Nullable String from, @Nullable String to, Instant now) {
    return new TimeRange(
        EpochMillis.read(from).orElseGet(() -> now.minus(WEEK)), EpochMillis.read(to).orElse(now));
  }

  /** The calendar month in UTC unless said otherwise. */
  static TimeRange thisMonth(@Nullable String from, @Nullable String to, Instant now) {
    YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    return new TimeRange(
        EpochMillis.read(from).orElseGet(() -> start(month)),
        EpochMillis.read(to).orElseGet(() -> start(month.plusMonths(1)).minusMillis(1)));
  }

  Shown shown() {
    return new Shown(from.toEpochMilli(), to.toEpochMilli(), "UTC");
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** As the API shows it. */
  record Shown(long from, long to, String tz) {}
}
