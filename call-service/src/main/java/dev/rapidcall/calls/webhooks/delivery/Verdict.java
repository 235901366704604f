package dev.rapidcall.calls.webhooks.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an attempt.
 *
 * @param tryAgainAt null unless pending
 */
record Verdict(DeliveryStatus status, @Nullable Instant tryAgainAt) {
  /** Some 24 hours in all. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(8));

  private static final double LEAST = 0.9;
  private static final double SPREAD = 0.2;

  /**
   * Decides.
   *
   * @param tries how many attempts were made, this one included
   * @param chance from 0 to 1: spreads the pause by a tenth to each side, so that what failed
   *     together does not come back together
   */
  static Verdict on(SendResult result, int tries, Instant now, double chance) {
    if (result.isDelivered()) {
      return new Verdict(DeliveryStatus.DELIVERED, null);
    }
    if (result.isGone() || tries > PAUSES.size()) {
      return new Verdict(DeliveryStatus.FAILED, null);
    }
    long pause = Math.round(PAUSES.get(tries - 1).toMillis() * (LEAST + SPREAD * chance));
    return new Verdict(DeliveryStatus.PENDING, now.plusMillis(pause));
  }
}
