package dev.rapidcall.gateway.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is turned. */
public final class TurnedClock extends Clock {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.ofEpochSecond(Instant.now().getEpochSecond()));

  /** Turns it. */
  public void forward(Duration by) {
    now.updateAndGet(time -> time.plus(by));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
