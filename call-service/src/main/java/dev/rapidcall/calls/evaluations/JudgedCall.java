package dev.rapidcall.calls.evaluations;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import org.jspecify.annotations.Nullable;

/** What a verdict needs to know of a call. */
record JudgedCall(
    CallId id,
    WorkspaceId workspaceId,
    @Nullable String agentId,
    String agentName,
    String outcome,
    long durationSec) {}
