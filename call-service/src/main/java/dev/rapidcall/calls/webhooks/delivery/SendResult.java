package dev.rapidcall.calls.webhooks.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param status what the receiver answered; null if it did not
 * @param error what went wrong, in words for the customer; null if nothing
 */
public record SendResult(@Nullable Integer status, @Nullable String error, Duration took) {
  private static final int GONE = 410;

  boolean isDelivered() {
    return status != null && status >= 200 && status < 300;
  }

  /** The receiver wants no more of it. */
  boolean isGone() {
    return status != null && status == GONE;
  }
}
