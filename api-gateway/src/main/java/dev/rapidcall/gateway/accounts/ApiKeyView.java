package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An API key as the list shows it. */
record ApiKeyView(
    String id,
    String workspaceId,
    String name,
    String keyPrefix,
    List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {
  private static final String MORE = "\u2026";

  static ApiKeyView of(ApiKey key, WorkspaceId workspace) {
    return new ApiKeyView(
        key.id(),
        workspace.value(),
        key.name(),
        prefix(key),
        scopes(key),
        key.createdAt(),
        key.expiresAt(),
        key.lastUsedAt());
  }

  static String prefix(ApiKey key) {
    return key.prefix() + MORE;
  }

  static List<String> scopes(ApiKey key) {
    return key.scopes().stream().sorted().toList();
  }
}
