package dev.rapidcall.local.sandbox.livekit.time;

import java.time.Duration;

/** Sets alarms. */
public interface Timers extends AutoCloseable {

  /** Runs the action once after the delay. */
  Alarm after(Duration delay, Runnable action);

  @Override
  void close();
}
