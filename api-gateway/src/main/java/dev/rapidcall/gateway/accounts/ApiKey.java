package dev.rapidcall.gateway.accounts;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key of a workspace, without its secret.
 *
 * @param prefix how the key begins, so that people know it again
 * @param scopes of {@link dev.rapidcall.service.identity.Scope}
 * @param expiresAt null if it does not by itself
 */
record ApiKey(
    String id,
    String name,
    String prefix,
    Set<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
