package dev.rapidcall.gateway.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new API key: the only time that the key itself is shown. */
record NewApiKeyView(
    String id,
    String name,
    String keyPrefix,
    List<String> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    String rawKey) {

  static NewApiKeyView of(CreateApiKey.Created created) {
    ApiKey key = created.key();
    return new NewApiKeyView(
        key.id(),
        key.name(),
        ApiKeyView.prefix(key),
        ApiKeyView.scopes(key),
        key.createdAt(),
        key.expiresAt(),
        created.raw().value());
  }
}
