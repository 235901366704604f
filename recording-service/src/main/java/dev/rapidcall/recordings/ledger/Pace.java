package dev.rapidcall.recordings.ledger;

import java.time.Duration;

/** How long to wait before a step is tried again. Pure: the chance is given. */
record Pace(RecordingSettings settings) {
  private static final Duration START_FIRST = Duration.ofSeconds(1);
  private static final Duration START_LONGEST = Duration.ofSeconds(30);
  private static final Duration STOP_FIRST = Duration.ofMillis(500);
  private static final Duration STOP_LONGEST = Duration.ofSeconds(10);
  private static final Duration VERIFY_FIRST = Duration.ofMillis(200);
  private static final Duration VERIFY_LONGEST = Duration.ofSeconds(3);
  private static final Duration RAREST_LOOK = Duration.ofDays(30);
  private static final int MOST_DOUBLINGS = 20;

  /**
   * The wait after an attempt that brought nothing new.
   *
   * @param attempts how many there were before
   * @param chance from 0 to 1, so that many that failed together do not come back together
   */
  Duration wait(Step step, int attempts, double chance) {
    return switch (step) {
      case NONE -> Duration.ZERO;
      case START -> backOff(START_FIRST, START_LONGEST, attempts, chance);
      case FIND, STOP -> backOff(STOP_FIRST, STOP_LONGEST, attempts, chance);
      case VERIFY -> backOff(VERIFY_FIRST, VERIFY_LONGEST, attempts, chance);
      case WATCH -> settings.reconcileEvery();
      case LOOK_AGAIN -> backOff(settings.lookAgainEvery(), RAREST_LOOK, attempts, 1);
    };
  }

  /** The wait before the first attempt at a step. */
  Duration first(Step step) {
    return switch (step) {
      case NONE, START, FIND, STOP, VERIFY -> Duration.ZERO;
      case WATCH, LOOK_AGAIN -> wait(step, 0, 0);
    };
  }

  private static Duration backOff(Duration first, Duration longest, int attempts, double chance) {
    double wait = first.toMillis() * Math.pow(2, Math.min(attempts, MOST_DOUBLINGS));
    double bounded = Math.min(wait, longest.toMillis());
    return Duration.ofMillis((long) (bounded * (0.5 + chance / 2)));
  }
}
