package dev.rapidcall.gateway.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Keeps a request claimed that takes longer than others: an upload over a slow line. */
final class Lease {
  private static final Logger log = LoggerFactory.getLogger(Lease.class);
  private static final Duration BETWEEN = Duration.ofSeconds(30);

  private final Runnable renewal;
  private final Clock clock;
  private Instant renewed;

  Lease(Runnable renewal, Clock clock) {
    this.renewal = renewal;
    this.clock = clock;
    this.renewed = clock.instant();
  }

  /** Renews it if the last time is a while ago; without a database the upload goes on. */
  void hold() {
    Instant now = clock.instant();
    if (now.isBefore(renewed.plus(BETWEEN))) {
      return;
    }
    renewed = now;
    try {
      renewal.run();
    } catch (DataAccessException e) {
      log.warn("an idempotency key could not be held: {}", e.toString());
    }
  }
}
