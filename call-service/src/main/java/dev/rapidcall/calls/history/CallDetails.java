package dev.rapidcall.calls.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call with all that is known of it; times in milliseconds, duration in whole seconds of talk.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallDetails(
    String id,
    String workspaceId,
    @Nullable String agentId,
    String agentName,
    String to,
    String roomName,
    long startedAt,
    @Nullable Long answeredAt,
    @Nullable Long endedAt,
    long durationSec,
    String outcome,
    @Nullable Double costUsd,
    JsonNode transcript,
    @Nullable JsonNode recording,
    Map<String, @Nullable Object> metrics,
    @Nullable UsedPrompt prompt,
    @Nullable String analysisStatus,
    List<Map<String, @Nullable Object>> postCallExtractionResults,
    long createdAt,
    long updatedAt) {

  /** As a page shows it. */
  CallDetails shown() {
    return new CallDetails(
        id,
        workspaceId,
        agentId,
        agentName,
        to,
        roomName,
        startedAt,
        answeredAt,
        endedAt,
        durationSec,
        outcome,
        costUsd,
        ShownTranscript.of(transcript),
        recording,
        metrics,
        prompt,
        analysisStatus,
        postCallExtractionResults,
        createdAt,
        updatedAt);
  }
}
