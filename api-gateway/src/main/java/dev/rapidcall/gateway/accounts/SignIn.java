package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Unauthorized;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Begins a session for a person who knows his password. */
@Component
final class SignIn {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);

  private final Users users;
  private final Sessions sessions;
  private final OpenSession openSession;
  private final Passwords passwords;
  private final Clock clock;

  SignIn(
      Users users, Sessions sessions, OpenSession openSession, Passwords passwords, Clock clock) {
    this.users = users;
    this.sessions = sessions;
    this.openSession = openSession;
    this.passwords = passwords;
    this.clock = clock;
  }

  SignedIn with(String email, String password) {
    Optional<Users.Credentials> known = users.credentials(email.toLowerCase(Locale.ROOT));
    String hash = known.map(Users.Credentials::passwordHash).orElse(null);
    if (!passwords.match(password, hash) || known.isEmpty()) {
      log.info("[auth.login] refused");
      throw new Unauthorized("Invalid email or password");
    }
    SessionToken token = openSession.of(known.get().id());
    log.info("[auth.login] user {}", known.get().id());
    return sessions.find(token, clock.instant()).orElseThrow();
  }
}
