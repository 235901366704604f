package dev.rapidcall.gateway.idempotency;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets keys after their day. */
class CleanAnswers {
  private static final Logger log = LoggerFactory.getLogger(CleanAnswers.class);

  private final IdempotentRequests requests;

  CleanAnswers(IdempotentRequests requests) {
    this.requests = requests;
  }

  @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
  void run() {
    log.debug("forgot {} idempotency keys", requests.clean());
  }
}
