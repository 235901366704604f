package dev.rapidcall.local.sandbox.livekit.webhooks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One queue per subject, in memory, each emptied in order by one thread. As at LiveKit, what waits
 * too long or finds its queue full is dropped.
 */
public final class WebhookQueues implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WebhookQueues.class);
  private static final int MAX_DEPTH = 200;

  private final WebhookSender sender;
  private final Duration maxAge;
  private final LongSupplier nanoTime;
  private final Map<String, Deque<Waiting>> queues = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Queues in front of this sender; age is measured by `nanoTime`. */
  public WebhookQueues(WebhookSender sender, Duration maxAge, LongSupplier nanoTime) {
    this.sender = sender;
    this.maxAge = maxAge;
    this.nanoTime = nanoTime;
  }

  synchronized void offer(String subject, String body) {
    if (threads.isShutdown()) {
      return;
    }
    Deque<Waiting> queue = queues.get(subject);
    if (queue == null) {
      queue = new ArrayDeque<>();
      queues.put(subject, queue);
      threads.execute(() -> empty(subject));
    }
    if (queue.size() >= MAX_DEPTH) {
      log.warn("sandbox: webhook dropped, {} wait for {} already", MAX_DEPTH, subject);
      return;
    }
    queue.add(new Waiting(body, nanoTime.getAsLong()));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void empty(String subject) {
    Waiting next = next(subject);
    while (next != null && !Thread.currentThread().isInterrupted()) {
      if (nanoTime.getAsLong() - next.since() > maxAge.toNanos()) {
        log.warn("sandbox: webhook for {} dropped, it waited longer than {}", subject, maxAge);
      } else {
        sender.send(next.body());
      }
      next = next(subject);
    }
  }

  private synchronized @Nullable Waiting next(String subject) {
    Deque<Waiting> queue = queues.get(subject);
    Waiting next = queue == null ? null : queue.poll();
    if (next == null) {
      queues.remove(subject);
    }
    return next;
  }

  private record Waiting(String body, long since) {}
}
