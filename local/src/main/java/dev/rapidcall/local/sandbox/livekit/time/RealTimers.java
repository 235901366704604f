package dev.rapidcall.local.sandbox.livekit.time;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alarms that go off in real time, one after the other on one thread. */
public final class RealTimers implements Timers {

  private static final Logger log = LoggerFactory.getLogger(RealTimers.class);

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sandbox-timers").factory());

  @Override
  public Alarm after(Duration delay, Runnable action) {
    Future<?> pending =
        executor.schedule(() -> runSafely(action), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static void runSafely(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      log.error("sandbox: an alarm failed", e);
    }
  }
}
