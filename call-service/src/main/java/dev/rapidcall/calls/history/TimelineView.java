package dev.rapidcall.calls.history;

import dev.rapidcall.calls.timeline.TimelineEntry;
import dev.rapidcall.events.CallId;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A call's timeline over HTTP; times in milliseconds. */
record TimelineView(String callId, List<Line> events) {

  /**
   * One fact.
   *
   * @param occurredAt event time
   * @param recordedAt arrival time
   */
  record Line(
      String id, String type, String source, long occurredAt, long recordedAt, JsonNode data) {}

  static TimelineView of(CallId call, List<TimelineEntry> entries) {
    return new TimelineView(call.value(), entries.stream().map(TimelineView::line).toList());
  }

  private static Line line(TimelineEntry entry) {
    return new Line(
        entry.id(),
        entry.type(),
        entry.source(),
        entry.occurredAt().toEpochMilli(),
        entry.recordedAt().toEpochMilli(),
        entry.data());
  }
}
