package dev.rapidcall.messaging.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Deletes receipts that no record at the broker can ask for any longer, in small batches. */
final class InboxCleaning implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(InboxCleaning.class);
  private static final Duration EVERY = Duration.ofHours(1);
  private static final int BATCH = 5_000;

  private final InboxRows rows;
  private final Duration retention;
  private final Clock clock;
  private @Nullable ScheduledExecutorService scheduler;

  InboxCleaning(InboxRows rows, Duration retention, Clock clock) {
    this.rows = rows;
    this.retention = retention;
    this.clock = clock;
  }

  /** Deletes everything that is older than the retention. */
  int clean() {
    Instant limit = clock.instant().minus(retention);
    int deleted = 0;
    int last;
    do {
      last = rows.deleteOlderThan(limit, BATCH);
      deleted += last;
    } while (last == BATCH && !Thread.currentThread().isInterrupted());
    return deleted;
  }

  @Override
  public void start() {
    ScheduledExecutorService made =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("inbox-cleaning").factory());
    made.scheduleWithFixedDelay(this::cleanQuietly, 1, EVERY.toMinutes(), TimeUnit.MINUTES);
    scheduler = made;
  }

  @Override
  public void stop() {
    if (scheduler != null) {
      scheduler.shutdownNow();
      scheduler = null;
    }
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }

  private void cleanQuietly() {
    try {
      int deleted = clean();
      log.debug("inbox: deleted {} old receipts", deleted);
    } catch (RuntimeException e) {
      log.warn("inbox: old receipts stay until the next attempt: {}", e.toString());
    }
  }
}
