package dev.rapidcall.gateway.webhooks.livekit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** LiveKit's three units of time. Zero is what protobuf says for nothing. */
final class LiveKitTimes {
  private static final long NANOS = 1_000_000_000;

  private LiveKitTimes() {}

  /** The most precise time that was said, or the fallback. */
  static Instant first(long milliseconds, long seconds, Instant fallback) {
    if (milliseconds > 0) {
      return Instant.ofEpochMilli(milliseconds);
    }
    return seconds > 0 ? Instant.ofEpochSecond(seconds) : fallback;
  }

  static @Nullable Instant ofNanos(long nanoseconds) {
    return nanoseconds > 0 ? Instant.ofEpochSecond(nanoseconds / NANOS, nanoseconds % NANOS) : null;
  }
}
