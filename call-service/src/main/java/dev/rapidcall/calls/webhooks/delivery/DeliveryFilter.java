package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.service.errors.ApiException.Invalid;
import org.jspecify.annotations.Nullable;

/** Which deliveries are asked for; null leaves open. */
record DeliveryFilter(
    @Nullable String agentId,
    @Nullable String callId,
    @Nullable DeliveryStatus status,
    int limit,
    @Nullable Long before) {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  static DeliveryFilter of(
      @Nullable String agentId,
      @Nullable String callId,
      @Nullable String status,
      @Nullable Integer limit,
      @Nullable Long cursor) {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw Invalid.field("limit", "must be from 1 to " + MOST);
    }
    return new DeliveryFilter(
        agentId, callId, statusOf(status), limit == null ? USUAL : limit, cursor);
  }

  static @Nullable DeliveryStatus statusOf(@Nullable String text) {
    return text == null
        ? null
        : DeliveryStatus.named(text)
            .orElseThrow(() -> Invalid.field("status", "must be pending, delivered or failed"));
  }
}
