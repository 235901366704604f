package dev.rapidcall.local.sandbox.livekit.faults;

import java.time.Duration;
import java.util.List;

/**
 * What happens to webhooks on their way.
 *
 * @param lose the share that never leaves, from 0 to 1
 * @param repeat how often each is sent
 * @param shuffle each copy is held back by a random part of this, so that they overtake each other
 * @param delay each copy is held back by this
 * @param only the events meant; empty: all
 */
public record WebhookFaults(
    double lose, int repeat, Duration shuffle, Duration delay, List<String> only) {

  public static final WebhookFaults NONE =
      new WebhookFaults(0, 1, Duration.ZERO, Duration.ZERO, List.of());

  public WebhookFaults {
    if (lose < 0 || lose > 1) {
      throw new IllegalArgumentException("webhooks.lose must be between 0 and 1");
    }
    if (repeat < 1 || repeat > 1000) {
      throw new IllegalArgumentException("webhooks.repeat must be between 1 and 1000");
    }
    if (shuffle.isNegative() || delay.isNegative()) {
      throw new IllegalArgumentException("webhooks.shuffle and delayMs must not be negative");
    }
    only = List.copyOf(only);
  }

  boolean concerns(String event) {
    return only.isEmpty() || only.contains(event);
  }
}
