package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a person, his workspace and his first session. */
@Component
final class Register {
  private static final Logger log = LoggerFactory.getLogger(Register.class);
  private static final int USER_ID_LENGTH = 12;

  private final Users users;
  private final OpenWorkspace openWorkspace;
  private final OpenSession openSession;
  private final Passwords passwords;
  private final RandomTexts random;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Register(
      Users users,
      OpenWorkspace openWorkspace,
      OpenSession openSession,
      Passwords passwords,
      RandomTexts random,
      TransactionTemplate transaction,
      Clock clock) {
    this.users = users;
    this.openWorkspace = openWorkspace;
    this.openSession = openSession;
    this.passwords = passwords;
    this.random = random;
    this.transaction = transaction;
    this.clock = clock;
  }

  SignedIn person(String name, String givenEmail, String password) {
    String email = givenEmail.toLowerCase(Locale.ROOT);
    if (users.exists(email)) {
      throw taken();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    User user = new User(new UserId(random.alphanumeric(USER_ID_LENGTH)), email, name, now, now);
    String hash = passwords.hash(password);
    SignedIn registered =
        transaction.execute(
            status -> {
              if (!users.add(user, hash)) {
                throw taken();
              }
              Workspace workspace = openWorkspace.firstOf(user.id(), name, email);
              return SignedIn.person(
                  new Session(openSession.of(user.id()), user),
                  new Membership(workspace, Role.OWNER));
            });
    log.info("[auth.register] user {}", user.id());
    return registered;
  }

  private static BadRequest taken() {
    return new BadRequest("Email already registered");
  }
}
