package dev.rapidcall.messaging.outbox;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Empties the outbox: at once after each commit of this instance, and at least once a second for
 * what another instance left behind. Why any number of them may run: {@code
 * docs/adr/0001-outbox-relay.md}.
 */
public final class OutboxRelay implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration WHILE_LOCKED = Duration.ofMillis(50);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(3);
  private static final int FAILED_KEYS = 2_000;

  /** Lower than every consumer and the web server: starts before them and stops after them. */
  private static final int PHASE = 0;

  private final OutboxBatch batch;
  private final OutboxSignal signal;
  private final OutboxMetrics metrics;
  private final String name;
  private volatile @Nullable Throwable failure;
  private volatile boolean running;
  private @Nullable Thread thread;

  OutboxRelay(OutboxBatch batch, OutboxSignal signal, OutboxMetrics metrics, String name) {
    this.batch = batch;
    this.signal = signal;
    this.metrics = metrics;
    this.name = name;
  }

  /** Why the last attempt did not send everything, null if it did. */
  public @Nullable Throwable failure() {
    return failure;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name(name + "-outbox-relay").start(this::work);
  }

  @Override
  public void stop() {
    running = false;
    signal.wake();
    Thread worker = thread;
    if (worker != null) {
      stop(worker);
    }
  }

  @Override
  public boolean isRunning() {
    Thread worker = thread;
    return worker != null && worker.isAlive();
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private static void stop(Thread worker) {
    try {
      if (!worker.join(GRACE)) {
        worker.interrupt();
        worker.join(GRACE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try {
      while (running) {
        signal.await(emptyOutbox());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how long to wait for the next attempt at most. */
  private Duration emptyOutbox() {
    try {
      return relayAll(new HashSet<>());
    } catch (RuntimeException | Error e) {
      failed(e);
      return AFTER_FAILURE;
    }
  }

  private Duration relayAll(Set<String> failedKeys) {
    while (running && failedKeys.size() < FAILED_KEYS) {
      BatchOutcome outcome = batch.relay(failedKeys);
      metrics.sent(outcome.sent());
      if (outcome.failure() != null) {
        failed(outcome.failure());
      }
      if (outcome.kind() == BatchOutcome.Kind.LOCKED_BY_ANOTHER) {
        failure = null;
        return WHILE_LOCKED;
      }
      if (outcome.kind() == BatchOutcome.Kind.NOTHING_LEFT) {
        break;
      }
    }
    if (!failedKeys.isEmpty()) {
      return AFTER_FAILURE;
    }
    succeeded();
    return POLL;
  }

  private void succeeded() {
    if (failure != null) {
      log.info("outbox: everything is sent again");
      failure = null;
    }
  }

  private void failed(Throwable cause) {
    if (failure == null) {
      log.warn("outbox: not everything could be sent, trying until it is: {}", cause.toString());
    }
    failure = cause;
    metrics.failed();
  }
}
