package dev.rapidcall.calls.lifecycle;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How many calls go on, by the rows and not by counting up and down: so it is right after restarts,
 * repeated ends and repairs. Every instance tells the same number.
 */
@Component
class OpenCalls {
  private static final Logger log = LoggerFactory.getLogger(OpenCalls.class);

  private final JdbcClient jdbc;
  private volatile double open = Double.NaN;

  OpenCalls(JdbcClient jdbc, MeterRegistry meters) {
    this.jdbc = jdbc;
    Gauge.builder("rapidcall.calls.in.progress", this, calls -> calls.open)
        .description("Calls that started and are not over")
        .register(meters);
  }

  /** Only open calls have a time to be looked at; its index makes this cheap. */
  @Scheduled(fixedDelay = 2_000)
  void count() {
    try {
      open =
          jdbc.sql(
                  """
                  select count(*) from calls
                  where look_at is not null and started_at is not null and ended_at is null
                  """)
              .query(Long.class)
              .single();
    } catch (DataAccessException | TransactionException e) {
      open = Double.NaN;
      log.debug("the open calls cannot be counted", e);
    }
  }
}
