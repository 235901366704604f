package dev.rapidcall.local.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/** One line of a timeline for people. */
final class TimelineLine {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private TimelineLine() {}

  static String of(JsonNode entry) {
    Instant occurredAt = Instant.ofEpochMilli(entry.path("occurredAt").asLong());
    long late = entry.path("recordedAt").asLong() - occurredAt.toEpochMilli();
    return "%s  %-46s %-18s noted after %d ms"
        .formatted(
            TIME.format(occurredAt),
            entry.path("type").asString(),
            entry.path("source").asString(),
            late);
  }
}
