package dev.rapidcall.calls.work;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** How long the oldest task waits that could be worked now: whether we keep up. */
@Component
class OldestTask {
  private static final Logger log = LoggerFactory.getLogger(OldestTask.class);

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile double seconds = Double.NaN;

  OldestTask(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    Gauge.builder("rapidcall.tasks.oldest.due", this, oldest -> oldest.seconds)
        .baseUnit("seconds")
        .description("How long the oldest due task after a call has waited, 0 if none is due")
        .register(meters);
  }

  @Scheduled(fixedDelay = 2_000)
  void look() {
    try {
      seconds = age();
    } catch (DataAccessException | TransactionException e) {
      seconds = Double.NaN;
      log.debug("the oldest task cannot be asked for", e);
    }
  }

  private double age() {
    Instant now = clock.instant();
    return jdbc.sql(
            "select due_at from call_tasks where done_at is null and due_at <= :now order by due_at limit 1")
        .param("now", Timestamp.from(now))
        .query((row, number) -> Duration.between(row.getTimestamp("due_at").toInstant(), now))
        .optional()
        .map(age -> age.toMillis() / 1000.0)
        .orElse(0.0);
  }
}
