package dev.rapidcall.messaging;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event with what is known about its way: the CloudEvents attributes.
 *
 * @param id {@code ce_id}: the same for every copy of the same fact
 * @param source {@code ce_source}: who says it, such as {@code livekit} or {@code voice-agent}
 * @param occurredAt {@code ce_time}: when it happened, by the clock of who saw it
 * @param recordedAt when RapidCall took it in
 * @param correlationId the request that all this began with
 * @param causationId the event that this one follows from
 */
public record Envelope<E extends Event>(
    EventId id,
    String source,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable String correlationId,
    @Nullable EventId causationId,
    E event) {}
