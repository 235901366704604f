package dev.rapidcall.calls.webhooks.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a delivery is. */
enum DeliveryStatus {
  /** On its way, or waiting for the next try. */
  PENDING,
  /** The receiver took it. */
  DELIVERED,
  /** Given up. */
  FAILED;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<DeliveryStatus> named(String text) {
    return Arrays.stream(values()).filter(status -> status.wireName().equals(text)).findFirst();
  }
}
