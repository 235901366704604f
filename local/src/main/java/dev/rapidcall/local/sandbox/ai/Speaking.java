package dev.rapidcall.local.sandbox.ai;

import java.time.Duration;

/** How long it takes to say something. */
final class Speaking {

  private static final int MILLIS_PER_CHARACTER = 60;

  private Speaking() {}

  static Duration time(String text) {
    return Duration.ofMillis((long) text.length() * MILLIS_PER_CHARACTER);
  }
}
