package dev.rapidcall.messaging;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Envelope to wire and back: CloudEvents attributes in headers, the event as JSON. */
public final class EventCodec {
  private static final String SPEC_VERSION = "1.0";
  private static final String JSON = "application/json";

  private final JsonMapper json = EventJson.mapper();
  private final EventTypes types = new EventTypes();

  /** Writes an envelope. */
  public WireEvent encode(Envelope<?> envelope) {
    Event event = envelope.event();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(EventHeaders.SPEC_VERSION, SPEC_VERSION);
    headers.put(EventHeaders.ID, envelope.id().value());
    headers.put(EventHeaders.TYPE, EventTypes.wireName(event.getClass()));
    headers.put(EventHeaders.SOURCE, envelope.source());
    headers.put(EventHeaders.TIME, envelope.occurredAt().toString());
    headers.put(EventHeaders.RECORDED_TIME, envelope.recordedAt().toString());
    headers.put(EventHeaders.CONTENT_TYPE, JSON);
    if (envelope.correlationId() != null) {
      headers.put(EventHeaders.CORRELATION_ID, envelope.correlationId());
    }
    if (envelope.causationId() != null) {
      headers.put(EventHeaders.CAUSATION_ID, envelope.causationId().value());
    }
    return new WireEvent(
        EventTypes.topic(event.getClass()), event.callId().value(), headers, write(event));
  }

  /** The event alone as JSON, for those who keep it. */
  public String write(Event event) {
    return json.writeValueAsString(event);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws UndecodableEventException if it is no event of that name
   */
  public Event read(String wireName, String text) {
    Class<? extends Event> type =
        types
            .named(wireName)
            .orElseThrow(() -> new UndecodableEventException("nothing is named " + wireName));
    return read(type, wireName, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The name that a record travels under. */
  public static String wireName(Class<? extends Event> type) {
    return EventTypes.wireName(type);
  }

  /**
   * Reads what lies on the topic of a sealed interface.
   *
   * @return empty if this version does not know the event's type
   * @throws UndecodableEventException if it is no event of that topic
   */
  public <E extends Event> Optional<Envelope<E>> decode(
      Class<E> family, Map<String, String> headers, byte @Nullable [] payload) {
    String wireName = required(headers, EventHeaders.TYPE);
    Optional<Class<? extends Event>> type = types.named(wireName);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    if (payload == null) {
      throw new UndecodableEventException("the record has no value");
    }
    Event event = read(type.get(), wireName, payload);
    if (!family.isInstance(event)) {
      throw new UndecodableEventException(
          wireName + " does not belong to " + EventTypes.topic(family));
    }
    return Optional.of(envelope(headers, family.cast(event)));
  }

  private Event read(Class<? extends Event> type, String wireName, byte[] payload) {
    try {
      Event event = json.readValue(payload, type);
      if (event == null) {
        throw new UndecodableEventException("the value is null");
      }
      return event;
    } catch (JacksonException e) {
      throw new UndecodableEventException("the value is no " + wireName, e);
    }
  }

  private static <E extends Event> Envelope<E> envelope(Map<String, String> headers, E event) {
    try {
      Instant occurredAt = Instant.parse(required(headers, EventHeaders.TIME));
      String recordedAt = headers.get(EventHeaders.RECORDED_TIME);
      String causationId = headers.get(EventHeaders.CAUSATION_ID);
      return new Envelope<>(
          new EventId(required(headers, EventHeaders.ID)),
          required(headers, EventHeaders.SOURCE),
          occurredAt,
          recordedAt == null ? occurredAt : Instant.parse(recordedAt),
          headers.get(EventHeaders.CORRELATION_ID),
          causationId == null ? null : new EventId(causationId),
          event);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new UndecodableEventException("a header is malformed", e);
    }
  }

  private static String required(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null || value.isBlank()) {
      throw new UndecodableEventException("the record has no header " + name);
    }
    return value;
  }
}
