package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.errors.ApiException.Invalid;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an API key that may do no more than who makes it. */
@Component
final class CreateApiKey {
  private static final int ID_LENGTH = 12;
  private static final String UNNAMED = "API Key";

  private final ApiKeys keys;
  private final RandomTexts random;
  private final Clock clock;

  CreateApiKey(ApiKeys keys, RandomTexts random, Clock clock) {
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /** The key itself is told here and never again. */
  record Created(ApiKey key, RawKey raw) {}

  /**
   * @param wanted null for everything that the creator may do
   */
  Created of(
      SignedIn creator,
      String givenName,
      @Nullable Set<String> wanted,
      @Nullable Instant expiresAt) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Set<String> own = creator.caller().scopes();
    Set<String> scopes = wanted == null ? own : wanted;
    if (!own.containsAll(scopes)) {
      throw new Forbidden("A key cannot be given rights that you do not have");
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw Invalid.field("expiresAt", "Must be in the future");
    }
    RawKey raw = RawKey.fresh(random);
    String name = givenName.isBlank() ? UNNAMED : givenName.strip();
    ApiKey key =
        new ApiKey(
            random.alphanumeric(ID_LENGTH), name, raw.prefix(), scopes, now, expiresAt, null);
    keys.add(key, creator.workspace().id(), raw, creator.caller().subject());
    return new Created(key, raw);
  }
}
