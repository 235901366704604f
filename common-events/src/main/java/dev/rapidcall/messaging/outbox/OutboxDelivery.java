package dev.rapidcall.messaging.outbox;

import dev.rapidcall.messaging.WireEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/**
 * Sends one batch in waves: one row per key at a time, the next one of a key only after the broker
 * has the one before. So a row that fails is never overtaken by a later one of its key. A slow
 * broker does not get all of it: the transaction around it must not stay open for long.
 */
final class OutboxDelivery {
  private static final Duration LAST_WAVE_AFTER = Duration.ofSeconds(15);

  private final Function<WireEvent, CompletableFuture<?>> broker;
  private final LongSupplier nanoTime;
  private final Map<String, Deque<OutboxRow>> waiting = new LinkedHashMap<>();
  private final List<Long> acknowledged = new ArrayList<>();
  private final Set<String> failedKeys = new HashSet<>();
  private @Nullable Throwable failure;
  private @Nullable Throwable unreachable;

  OutboxDelivery(
      Function<WireEvent, CompletableFuture<?>> broker,
      List<OutboxRow> batch,
      LongSupplier nanoTime) {
    this.broker = broker;
    this.nanoTime = nanoTime;
    batch.forEach(
        row -> waiting.computeIfAbsent(row.key(), key -> new ArrayDeque<>()).addLast(row));
  }

  /**
   * Sends until each key is through or has failed, or the time is over; an interrupted thread
   * starts no new wave.
   */
  void run() {
    long begun = nanoTime.getAsLong();
    while (!waiting.isEmpty() && !isOver(begun) && !Thread.currentThread().isInterrupted()) {
      Map<OutboxRow, CompletableFuture<?>> wave = new LinkedHashMap<>();
      waiting.values().forEach(rows -> wave.put(rows.getFirst(), send(rows.getFirst())));
      for (Map.Entry<OutboxRow, CompletableFuture<?>> sent : wave.entrySet()) {
        settle(sent.getKey(), sent.getValue());
      }
    }
  }

  private boolean isOver(long begun) {
    return nanoTime.getAsLong() - begun > LAST_WAVE_AFTER.toNanos();
  }

  List<Long> acknowledged() {
    return acknowledged;
  }

  Set<String> failedKeys() {
    return failedKeys;
  }

  @Nullable Throwable failure() {
    return failure;
  }

  /** A broker that cannot be asked blocks each send for seconds: one such send is enough. */
  private CompletableFuture<?> send(OutboxRow row) {
    if (unreachable != null) {
      return CompletableFuture.failedFuture(unreachable);
    }
    CompletableFuture<?> sent = broker.apply(row.event());
    if (sent.isCompletedExceptionally() && isRetriable(sent.exceptionNow())) {
      unreachable = sent.exceptionNow();
    }
    return sent;
  }

  private static boolean isRetriable(Throwable failure) {
    return NestedExceptionUtils.getMostSpecificCause(failure) instanceof RetriableException;
  }

  private void settle(OutboxRow row, CompletableFuture<?> sent) {
    try {
      sent.get();
      acknowledged.add(row.id());
      advance(row.key());
    } catch (ExecutionException e) {
      fail(row, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(row, e);
    }
  }

  private void fail(OutboxRow row, @Nullable Throwable cause) {
    failure = cause;
    failedKeys.add(row.key());
    waiting.remove(row.key());
  }

  private void advance(String key) {
    Deque<OutboxRow> rows = waiting.getOrDefault(key, new ArrayDeque<>());
    rows.pollFirst();
    if (rows.isEmpty()) {
      waiting.remove(key);
    }
  }
}
