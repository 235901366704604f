package dev.rapidcall.service.idempotency;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets answers an hour after the gateway does, in small batches. */
class ForgetAnswers {
  private static final Logger log = LoggerFactory.getLogger(ForgetAnswers.class);
  private static final int BATCH = 1_000;

  private final AnsweredRequests answered;

  ForgetAnswers(AnsweredRequests answered) {
    this.answered = answered;
  }

  @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
  void run() {
    int all = 0;
    int last;
    do {
      last = answered.deleteOld(BATCH);
      all += last;
    } while (last == BATCH && !Thread.currentThread().isInterrupted());
    log.debug("forgot {} answers", all);
  }
}
