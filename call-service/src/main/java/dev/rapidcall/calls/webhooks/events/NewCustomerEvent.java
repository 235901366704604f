package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that has no place yet. */
record NewCustomerEvent(
    WorkspaceId workspaceId,
    CallId callId,
    @Nullable AgentId agentId,
    CustomerEventType type,
    Instant occurredAt,
    String body) {}
