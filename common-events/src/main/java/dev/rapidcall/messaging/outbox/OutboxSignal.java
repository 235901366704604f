package dev.rapidcall.messaging.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the relay of this instance. Any number of wakes while it works count as one. */
final class OutboxSignal {
  private final Semaphore wakes = new Semaphore(0);

  void wake() {
    wakes.release();
  }

  void await(Duration atMost) throws InterruptedException {
    wakes.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    wakes.drainPermits();
  }
}
