package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a customer is told.
 *
 * @param seq its place among the workspace's events, from 1 on without gaps
 * @param id the same in every delivery
 * @param type of {@link CustomerEventType#wireName()}
 * @param body the JSON text {@code {event, call}}, which never changes
 */
public record CustomerEvent(
    WorkspaceId workspaceId,
    long seq,
    String id,
    String type,
    CallId callId,
    @Nullable AgentId agentId,
    Instant createdAt,
    String body) {}
