package dev.rapidcall.calls.work;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Deletes old rows in small batches, on a thread of its own: there may be very many. */
@Component
class Cleaning implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Cleaning.class);
  private static final int BATCH = 1_000;
  private static final long FIRST_AFTER_MILLIS = 60_000;

  private final List<OldRows> all;
  private final RetentionSettings settings;
  private @Nullable ScheduledExecutorService scheduler;

  Cleaning(List<OldRows> all, RetentionSettings settings) {
    this.all = all;
    this.settings = settings;
  }

  /** Deletes all that is old. */
  void clean() {
    all.forEach(this::cleanQuietly);
  }

  @Override
  public void start() {
    ScheduledExecutorService made =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("cleaning").factory());
    made.scheduleWithFixedDelay(
        this::clean, FIRST_AFTER_MILLIS, settings.every().toMillis(), TimeUnit.MILLISECONDS);
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

  private void cleanQuietly(OldRows rows) {
    try {
      int deleted = 0;
      int last;
      do {
        last = rows.deleteSome(BATCH);
        deleted += last;
      } while (last > 0 && !Thread.currentThread().isInterrupted());
      if (deleted > 0) {
        log.info("[retention] {}: {} deleted", rows.name(), deleted);
      }
    } catch (RuntimeException e) {
      log.warn("[retention] {} stay until the next attempt: {}", rows.name(), e.toString());
    }
  }
}
