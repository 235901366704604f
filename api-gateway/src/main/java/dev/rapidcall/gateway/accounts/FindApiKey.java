package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the workspace that an API key opens. */
@Component
final class FindApiKey {
  private static final Duration NOTED_AT_MOST_EVERY = Duration.ofMinutes(1);

  private final ApiKeys keys;
  private final Clock clock;

  FindApiKey(ApiKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Empty for a key that is unknown, revoked or expired.
   *
   * @throws Forbidden if another workspace than the key's is asked for
   */
  Optional<SignedIn> by(RawKey raw, @Nullable String workspace) {
    Instant now = clock.instant();
    Optional<ApiKeys.Found> found = keys.find(raw, now);
    found.ifPresent(it -> note(it.key(), now));
    return found.map(
        it -> {
          if (workspace != null && !workspace.equals(it.workspace().id().value())) {
            throw new Forbidden("The API key belongs to another workspace");
          }
          return SignedIn.key(it.key(), it.workspace());
        });
  }

  private void note(ApiKey key, Instant now) {
    Instant due = now.minus(NOTED_AT_MOST_EVERY);
    if (key.lastUsedAt() == null || !key.lastUsedAt().isAfter(due)) {
      keys.use(key, now, due);
    }
  }
}
