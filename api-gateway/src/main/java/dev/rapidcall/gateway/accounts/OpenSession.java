package dev.rapidcall.gateway.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Begins a session of thirty days for a person who has just proved himself. */
@Component
final class OpenSession {
  static final Duration LIFETIME = Duration.ofDays(30);

  private final Sessions sessions;
  private final RandomTexts random;
  private final Clock clock;

  OpenSession(Sessions sessions, RandomTexts random, Clock clock) {
    this.sessions = sessions;
    this.random = random;
    this.clock = clock;
  }

  SessionToken of(UserId user) {
    Instant now = clock.instant();
    SessionToken token = SessionToken.fresh(random);
    sessions.add(token, user, now, now.plus(LIFETIME));
    return token;
  }
}
