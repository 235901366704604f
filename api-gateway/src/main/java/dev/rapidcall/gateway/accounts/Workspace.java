package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;

/** The tenant that a person works in. */
record Workspace(
    WorkspaceId id, String name, UserId ownerId, Instant createdAt, Instant updatedAt) {}
