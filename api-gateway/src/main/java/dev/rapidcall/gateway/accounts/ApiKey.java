package dev.rapidcall.gateway.accounts;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of a workspace, without its secret.
 *
 * @param prefix how the key begins, so that people know it again
 * @param scopes of {@link dev.rapidcall.service.identity.Scope}
 * @param createdBy the person who made it, or made the key that made it
 * @param parentId of the key that made it, which it does not outlive; null if a person did
 * @param expiresAt null if it does not by itself
 */
record ApiKey(
    String id,
    String name,
    String prefix,
    Set<String> scopes,
    String createdBy,
    @Nullable String parentId,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
