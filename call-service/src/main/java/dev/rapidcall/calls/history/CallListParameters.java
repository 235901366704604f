package dev.rapidcall.calls.history;

import org.jspecify.annotations.Nullable;

/** The query of a list of calls as it was sent. */
record CallListParameters(
    @Nullable String agentId,
    @Nullable String outcome,
    @Nullable String channel,
    @Nullable String label,
    @Nullable String hasRecording,
    @Nullable String q,
    @Nullable String from,
    @Nullable String to,
    @Nullable String limit,
    @Nullable String cursor) {}
