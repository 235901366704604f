package dev.rapidcall.gateway.edge.limits;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes the counts of sign-ins that are full again: having none says the same. */
@Component
class CleanBuckets {
  private static final Logger log = LoggerFactory.getLogger(CleanBuckets.class);

  private final JdbcClient sql;
  private final Clock clock;

  CleanBuckets(JdbcClient sql, Clock clock) {
    this.sql = sql;
    this.clock = clock;
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void run() {
    int deleted =
        sql.sql("DELETE FROM sign_in_buckets WHERE expires_at < :now")
            .param("now", clock.millis())
            .update();
    log.debug("deleted {} counts of sign-ins", deleted);
  }
}
