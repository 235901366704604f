package dev.rapidcall.calls.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What of a call is saved as a file; times in milliseconds. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallExport(
    String id,
    @Nullable String agentId,
    String agentName,
    String roomName,
    String to,
    long startedAt,
    @Nullable Long endedAt,
    long durationSec,
    String outcome,
    Map<String, @Nullable Object> metrics,
    JsonNode transcript) {

  static CallExport of(CallDetails call) {
    return new CallExport(
        call.id(),
        call.agentId(),
        call.agentName(),
        call.roomName(),
        call.to(),
        call.startedAt(),
        call.endedAt(),
        call.durationSec(),
        call.outcome(),
        call.metrics(),
        call.transcript());
  }
}
