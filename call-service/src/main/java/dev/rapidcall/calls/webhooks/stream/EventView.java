package dev.rapidcall.calls.webhooks.stream;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.rapidcall.calls.webhooks.events.CustomerEvent;

/**
 * An event as the API shows it; the time in milliseconds.
 *
 * @param id the same as {@code webhook-id}
 * @param data the same text as a webhook's body
 */
record EventView(String id, String cursor, String type, long createdAt, @JsonRawValue String data) {

  static EventView of(CustomerEvent event) {
    return new EventView(
        event.id(),
        Long.toString(event.seq()),
        event.type(),
        event.createdAt().toEpochMilli(),
        event.body());
  }
}
