package dev.rapidcall.gateway.accounts;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whom a token belongs to. */
@Component
public class FindSession {
  /** The cookie that carries a token when no header does. */
  public static final String COOKIE = "auth_token";

  private final Sessions sessions;
  private final Clock clock;

  FindSession(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Empty for a token that is unknown, signed out or past its time. */
  public Optional<SignedIn> by(String token) {
    return sessions.find(new SessionToken(token), clock.instant());
  }
}
