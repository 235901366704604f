package dev.rapidcall.local.sandbox.livekit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Everything in the sandbox happens one thing at a time: whoever reads or changes rooms, egresses
 * or calls does so in here. Nothing slow (no network) is done inside.
 */
public final class World {

  private final ReentrantLock turn = new ReentrantLock();
  private final Clock clock;
  private final Timers timers;

  /** A world with this clock and these alarms. */
  public World(Clock clock, Timers timers) {
    this.clock = clock;
    this.timers = timers;
  }

  public Instant now() {
    return clock.instant();
  }

  /** Now, in nanoseconds since 1970. */
  public long nanos() {
    return ChronoUnit.NANOS.between(Instant.EPOCH, now());
  }

  /** Asks for an answer while nothing else moves. */
  public <T> T ask(Supplier<T> question) {
    turn.lock();
    try {
      return question.get();
    } finally {
      turn.unlock();
    }
  }

  /** Does something while nothing else moves. */
  public void change(Runnable change) {
    turn.lock();
    try {
      change.run();
    } finally {
      turn.unlock();
    }
  }

  /** Does something later, while nothing else moves. */
  public Alarm after(Duration delay, Runnable change) {
    return timers.after(delay.isNegative() ? Duration.ZERO : delay, () -> change(change));
  }
}
