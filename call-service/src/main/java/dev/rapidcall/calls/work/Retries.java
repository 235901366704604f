package dev.rapidcall.calls.work;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When something that failed is tried again. */
final class Retries {
  private static final int GROWTH = 4;
  private static final int MOST_DOUBLINGS = 8;
  private static final double JITTER = 0.2;

  private Retries() {}

  /** Longer after each failure, and not at the same moment for all that failed together. */
  static Duration pause(Duration first, int failures, RandomGenerator random) {
    double factor = Math.pow(GROWTH, Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
    double jitter = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(first.toMillis() * factor * jitter));
  }

  /** Whether another try is worth it. */
  static boolean isOver(CallTask task, TaskSettings settings, Instant now) {
    return task.attempt() >= settings.attempts() || !now.isBefore(task.giveUpAt());
  }
}
