package dev.rapidcall.calls.lifecycle;

import java.time.Duration;
import java.time.Instant;

/** Compares times of which some are known to the second only. */
final class EventTime {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private EventTime() {}

  /**
   * Whether a leave came before something else. LiveKit rounds leaves down to the second, so one in
   * the same second is no earlier: an end that was asked for makes everybody leave.
   */
  static boolean isBefore(Instant left, Instant other) {
    Instant latest = left.getNano() == 0 ? left.plus(SECOND) : left;
    return !latest.isAfter(other);
  }
}
