package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the person behind a session's token, and the workspace of his request. */
@Component
final class FindSession {
  private static final Duration NOTED_AT_MOST_EVERY = Duration.ofMinutes(5);
  private static final int PART_OF_IDLE = 10;

  private final Sessions sessions;
  private final Duration idle;
  private final Duration notedEvery;
  private final Clock clock;

  FindSession(Sessions sessions, AccountSettings settings, Clock clock) {
    this.sessions = sessions;
    this.idle = settings.sessionIdle();
    Duration part = idle.dividedBy(PART_OF_IDLE);
    this.notedEvery = part.compareTo(NOTED_AT_MOST_EVERY) < 0 ? part : NOTED_AT_MOST_EVERY;
    this.clock = clock;
  }

  /**
   * Empty for a token that is unknown, signed out, too old or unused for too long.
   *
   * @throws Forbidden if the person is no member of the workspace
   */
  Optional<SignedIn> by(SessionToken token, @Nullable String workspace) {
    Instant now = clock.instant();
    return sessions
        .find(token, workspace, now, now.minus(idle))
        .map(
            found -> {
              note(found, now);
              return signedIn(found);
            });
  }

  /** A row is written every few minutes, not for every request. */
  private void note(Sessions.Found found, Instant now) {
    Instant due = now.minus(notedEvery);
    if (!found.lastUsedAt().isAfter(due)) {
      sessions.use(found.session().token(), now, due);
    }
  }

  private static SignedIn signedIn(Sessions.Found found) {
    Membership in = found.in();
    if (in == null) {
      throw new Forbidden("Not a member of this workspace");
    }
    return SignedIn.person(found.session(), in);
  }
}
