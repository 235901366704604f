package dev.rapidcall.calls.history;

import dev.rapidcall.calls.lifecycle.RoomUsage;
import dev.rapidcall.calls.metrics.CallMetrics;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The metrics of a call that was held here: what was reported, and what the room tells. */
@Component
class ShownMetrics {
  private final Timeline timeline;

  ShownMetrics(Timeline timeline) {
    this.timeline = timeline;
  }

  Map<String, @Nullable Object> of(CallId call, CallChannel channel, String roomName) {
    List<Fact> reports = timeline.facts(call, Set.of(CallMetricsReported.class));
    RoomUsage usage = RoomUsage.of(timeline.facts(call, RoomUsage.FACTS));
    if (usage.participants().isEmpty()) {
      return CallMetrics.of(channel, reports, Map.of());
    }
    Map<String, @Nullable Object> metrics =
        CallMetrics.of(channel, reports, Map.of("participantMinutes", usage.billedMinutes()));
    metrics.put("livekit", livekit(roomName, usage));
    return metrics;
  }

  private static Map<String, @Nullable Object> livekit(String roomName, RoomUsage usage) {
    Map<String, Object> participants = new LinkedHashMap<>();
    usage.participants().forEach((identity, seen) -> participants.put(identity, seen(seen)));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("roomName", roomName);
    json.put("lastEventAtMs", millis(usage.lastEventAt()));
    json.put("participants", participants);
    json.put("participantRawSecondsTotal", usage.rawSeconds());
    json.put("participantBilledSecondsTotal", usage.billedMinutes() * 60);
    json.put("participantMinutesBilled", usage.billedMinutes());
    return json;
  }

  private static Map<String, @Nullable Object> seen(RoomUsage.Seen seen) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("joinedAtMs", millis(seen.joinedAt()));
    json.put("lastSeenAtMs", millis(seen.lastSeenAt()));
    return json;
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
