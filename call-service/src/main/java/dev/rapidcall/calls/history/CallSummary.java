package dev.rapidcall.calls.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A call in a list; times in milliseconds, duration in whole seconds of talk. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallSummary(
    String id,
    String workspaceId,
    @Nullable String agentId,
    String agentName,
    String to,
    String roomName,
    long startedAt,
    @Nullable Long endedAt,
    long durationSec,
    String outcome,
    @Nullable Double costUsd,
    @Nullable String recordingUrl,
    long createdAt,
    long updatedAt) {}
