package dev.rapidcall.messaging.consuming;

import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.MDC;

/** While an event is handled, every line of the log names it. */
record LogFields(Map<String, String> fields) implements AutoCloseable {

  static LogFields of(String consumer, Envelope<?> envelope) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("consumer", consumer);
    fields.put("eventId", envelope.id().value());
    fields.put("eventType", EventCodec.wireName(envelope.event().getClass()));
    fields.put("callId", envelope.event().callId().value());
    if (envelope.correlationId() != null) {
      fields.put("requestId", envelope.correlationId());
    }
    fields.forEach(MDC::put);
    return new LogFields(fields);
  }

  @Override
  public void close() {
    fields.keySet().forEach(MDC::remove);
  }
}
