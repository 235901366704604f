package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.errors.ApiException.Invalid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes an API key that may do no more than who makes it, and lives no longer than its maker. */
@Component
final class CreateApiKey {
  private static final int ID_LENGTH = 12;
  private static final String UNNAMED = "API Key";

  private final ApiKeys keys;
  private final CurrentRights rights;
  private final RandomTexts random;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CreateApiKey(
      ApiKeys keys,
      CurrentRights rights,
      RandomTexts random,
      TransactionTemplate transaction,
      Clock clock) {
    this.keys = keys;
    this.rights = rights;
    this.random = random;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The key itself is told here and never again. */
  record Created(ApiKey key, RawKey raw) {}

  /**
   * @param wanted null for everything that the creator may do
   * @param expiresAt null for as long as the creator's key, or for ever
   */
  Created of(
      SignedIn creator,
      String givenName,
      @Nullable Set<String> wanted,
      @Nullable Instant expiresAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw Invalid.field("expiresAt", "Must be in the future");
    }
    RawKey raw = RawKey.fresh(random);
    String name = givenName.isBlank() ? UNNAMED : givenName.strip();
    ApiKey parent = creator.key();
    return transaction.execute(
        status -> {
          ApiKey key =
              new ApiKey(
                  random.alphanumeric(ID_LENGTH),
                  name,
                  raw.prefix(),
                  scopes(wanted, rights.lock(creator)),
                  creator.person(),
                  parent == null ? null : parent.id(),
                  now,
                  end(expiresAt, parent),
                  null);
          keys.add(key, creator.workspace().id(), raw);
          return new Created(key, raw);
        });
  }

  private static Set<String> scopes(@Nullable Set<String> wanted, Set<String> own) {
    if (wanted == null) {
      return own;
    }
    if (!own.containsAll(wanted)) {
      throw new Forbidden("A key cannot be given rights that you do not have");
    }
    return wanted;
  }

  /** A key that another one made ends with it at the latest. */
  private static @Nullable Instant end(@Nullable Instant wanted, @Nullable ApiKey parent) {
    Instant latest = parent == null ? null : parent.expiresAt();
    if (wanted == null || latest == null) {
      return wanted == null ? latest : wanted;
    }
    if (wanted.isAfter(latest)) {
      throw Invalid.field("expiresAt", "Must not be after the end of the key that makes it");
    }
    return wanted;
  }
}
