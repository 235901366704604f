package dev.rapidcall.calls.webhooks.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the API shows it; times in milliseconds.
 *
 * @param eventId the {@code webhook-id} of every attempt
 * @param attemptCount how often it was taken up
 * @param nextAttemptAt null while an earlier event of the call is on its way
 * @param attempts null in lists
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeliveryView(
    String id,
    String eventId,
    String event,
    String callId,
    String agentId,
    String url,
    String status,
    int attemptCount,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    @Nullable Long nextAttemptAt,
    @Nullable Long deliveredAt,
    long createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Attempt> attempts) {

  /**
   * One attempt.
   *
   * @param status what the receiver answered; null if it did not
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Attempt(int number, long at, @Nullable Integer status, @Nullable String error, long ms) {}

  DeliveryView with(List<Attempt> log) {
    return new DeliveryView(
        id,
        eventId,
        event,
        callId,
        agentId,
        url,
        status,
        attemptCount,
        lastStatus,
        lastError,
        nextAttemptAt,
        deliveredAt,
        createdAt,
        log);
  }
}
