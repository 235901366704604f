package dev.rapidcall.calls.contacts;

import org.jspecify.annotations.Nullable;

/** A call with a contact, as lists of calls show it; times in milliseconds. */
record ContactCall(
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
