package dev.rapidcall.calls.timeline;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One line of a call's timeline.
 *
 * @param type the event's wire name
 * @param data what the event says
 */
public record TimelineEntry(
    String id, String type, String source, Instant occurredAt, Instant recordedAt, JsonNode data) {}
