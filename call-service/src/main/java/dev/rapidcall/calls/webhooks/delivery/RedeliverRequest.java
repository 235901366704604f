package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import dev.rapidcall.calls.webhooks.delivery.Redeliver.Range;
import dev.rapidcall.service.errors.ApiException.Invalid;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What may be sent to have a range delivered again; moments in milliseconds. */
final class RedeliverRequest {
  /** The last moment of the year 9999. */
  private static final double LATEST = 253_402_300_799_999.0;

  private static final int LONGEST_ID = 80;

  private RedeliverRequest() {}

  /** From when to when, of which agent and of which deliveries. */
  static final class Rules implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      fields
          .require("from")
          .require("to")
          .number("from", 0, LATEST)
          .number("to", 0, LATEST)
          .text("agentId", 1, LONGEST_ID)
          .oneOf("status", "pending", "delivered", "failed");
    }
  }

  static Range read(@Nullable JsonNode body) {
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new Rules());
    Instant from = moment(input.get("from"));
    // a moment in the API has no parts of a millisecond, the events' own times do
    Instant to = moment(input.get("to")).plusMillis(1).minusNanos(1);
    if (to.isBefore(from)) {
      throw Invalid.field("to", "must not be before from");
    }
    return new Range(
        from,
        to,
        (String) input.get("agentId"),
        DeliveryFilter.statusOf((String) input.get("status")));
  }

  private static Instant moment(@Nullable Object millis) {
    return Instant.ofEpochMilli(millis instanceof Number number ? number.longValue() : 0);
  }
}
