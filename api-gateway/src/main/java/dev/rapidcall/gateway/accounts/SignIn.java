package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Unauthorized;
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
  private final FindSession findSession;
  private final OpenSession openSession;
  private final Passwords passwords;

  SignIn(Users users, FindSession findSession, OpenSession openSession, Passwords passwords) {
    this.users = users;
    this.findSession = findSession;
    this.openSession = openSession;
    this.passwords = passwords;
  }

  SignedIn with(String email, String password) {
    Optional<Users.Credentials> known = users.credentials(email.toLowerCase(Locale.ROOT));
    String hash = known.map(Users.Credentials::passwordHash).orElse(null);
    if (!passwords.match(password, hash) || known.isEmpty()) {
      log.info("[auth.login] refused");
      throw new Unauthorized("Invalid email or password");
    }
    strengthen(known.get(), password);
    log.info("[auth.login] user {}", known.get().id());
    return findSession.by(openSession.of(known.get().id()), null).orElseThrow();
  }

  /** Only now is the password there to be hashed as we would hash it today. */
  private void strengthen(Users.Credentials known, String password) {
    if (passwords.isOutdated(known.passwordHash())) {
      users.replaceHash(known.id(), known.passwordHash(), passwords.hash(password));
    }
  }
}
