package dev.rapidcall.messaging.lag;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes every sample of this service once in a while. */
final class Sampler implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Sampler.class);
  private static final Duration EVERY = Duration.ofSeconds(5);

  private final List<Sample> samples;
  private @Nullable ScheduledExecutorService scheduler;

  Sampler(List<Sample> samples) {
    this.samples = samples;
  }

  @Override
  public void start() {
    ScheduledExecutorService made =
        Executors.newScheduledThreadPool(
            Math.max(1, samples.size()), Thread.ofVirtual().name("sampler-", 0).factory());
    samples.forEach(
        sample ->
            made.scheduleWithFixedDelay(
                () -> takeQuietly(sample), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS));
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

  /** What throws once must not end the schedule. */
  private static void takeQuietly(Sample sample) {
    try {
      sample.take();
    } catch (RuntimeException e) {
      log.debug("{} could not be taken", sample, e);
    }
  }
}
