package dev.rapidcall.local.sandbox.livekit;

import dev.rapidcall.local.sandbox.livekit.time.Alarm;
import dev.rapidcall.local.sandbox.livekit.time.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** Time that passes when the test says so. */
final class ManualTimers implements Timers {

  private final Queue<Pending> pending =
      new PriorityQueue<>(Comparator.comparing(Pending::at).thenComparing(Pending::number));
  private Instant now;
  private long numbers;

  ManualTimers(Instant start) {
    this.now = start;
  }

  @Override
  public synchronized Alarm after(Duration delay, Runnable action) {
    Pending next = new Pending(now.plus(delay), numbers++, action);
    pending.add(next);
    return () -> cancel(next);
  }

  /** Lets time pass, with everything that is due on the way. */
  void advanceTo(Instant end) {
    Pending next = due(end);
    while (next != null) {
      next.action().run();
      next = due(end);
    }
    set(end);
  }

  Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now();
      }
    };
  }

  synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void close() {
    pending.clear();
  }

  private synchronized void set(Instant other) {
    now = other;
  }

  private synchronized void cancel(Pending alarm) {
    pending.remove(alarm);
  }

  private synchronized @org.jspecify.annotations.Nullable Pending due(Instant end) {
    Pending next = pending.peek();
    if (next == null || next.at().isAfter(end)) {
      return null;
    }
    pending.remove(next);
    now = next.at();
    return next;
  }

  private record Pending(Instant at, long number, Runnable action) {}
}
