package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;

/** An open door for one address. */
record Invitation(
    String id,
    WorkspaceId workspaceId,
    String email,
    Role role,
    Instant createdAt,
    Instant expiresAt) {}
