package dev.rapidcall.gateway.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what nobody can use any longer: sessions that ended, invitations past their time. */
@Component
class Purge {
  private static final Logger log = LoggerFactory.getLogger(Purge.class);
  private static final int BATCH = 1_000;

  private final Sessions sessions;
  private final Invitations invitations;
  private final Duration idle;
  private final Clock clock;

  Purge(Sessions sessions, Invitations invitations, AccountSettings settings, Clock clock) {
    this.sessions = sessions;
    this.invitations = invitations;
    this.idle = settings.sessionIdle();
    this.clock = clock;
  }

  @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  void run() {
    Instant now = clock.instant();
    int ended = inBatches(() -> sessions.purge(now, now.minus(idle), BATCH));
    int lapsed = inBatches(() -> invitations.purge(now, BATCH));
    log.debug("deleted {} sessions and {} invitations", ended, lapsed);
  }

  /** A short transaction each, so that nobody waits for a long one. */
  private static int inBatches(IntSupplier delete) {
    int all = 0;
    int last;
    do {
      last = delete.getAsInt();
      all += last;
    } while (last == BATCH && !Thread.currentThread().isInterrupted());
    return all;
  }
}
