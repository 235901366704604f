package dev.rapidcall.service.metrics;

import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.secrets.LiveSecrets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What opens {@code /metrics}, here and at the other services. */
public final class MetricsToken {
  private static final String BEARER = "Bearer ";

  private final LiveSecrets<Secret> tokens;

  MetricsToken(LiveSecrets<Secret> tokens) {
    this.tokens = tokens;
  }

  boolean isSet() {
    return tokens.isSet();
  }

  boolean opens(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(BEARER)) {
      return false;
    }
    String presented = authorization.substring(BEARER.length());
    return tokens.accept(token -> token.matches(presented));
  }

  /** The header by which another service is asked; empty if there is no token. */
  public Optional<String> authorization() {
    return tokens.isSet() ? Optional.of(BEARER + tokens.newest().value()) : Optional.empty();
  }
}
