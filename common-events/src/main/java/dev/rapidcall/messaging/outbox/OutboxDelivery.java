package dev.rapidcall.messaging.outbox;

import dev.rapidcall.messaging.kafka.BrokerSender;
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
import org.jspecify.annotations.Nullable;

/**
 * Sends one batch in waves: one row per key at a time, the next one of a key only after the broker
 * has the one before. So a row that fails is never overtaken by a later one of its key.
 */
final class OutboxDelivery {
  private final BrokerSender broker;
  private final Map<String, Deque<OutboxRow>> waiting = new LinkedHashMap<>();
  private final List<Long> acknowledged = new ArrayList<>();
  private final Set<String> failedKeys = new HashSet<>();
  private @Nullable Throwable failure;

  OutboxDelivery(BrokerSender broker, List<OutboxRow> batch) {
    this.broker = broker;
    batch.forEach(
        row -> waiting.computeIfAbsent(row.key(), key -> new ArrayDeque<>()).addLast(row));
  }

  /** Sends until each key is through or has failed. */
  void run() throws InterruptedException {
    while (!waiting.isEmpty()) {
      Map<OutboxRow, CompletableFuture<?>> wave = new LinkedHashMap<>();
      waiting.values().forEach(rows -> wave.put(rows.getFirst(), send(rows.getFirst())));
      for (Map.Entry<OutboxRow, CompletableFuture<?>> sent : wave.entrySet()) {
        settle(sent.getKey(), sent.getValue());
      }
    }
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
    return failure == null ? broker.send(row.event()) : CompletableFuture.failedFuture(failure);
  }

  private void settle(OutboxRow row, CompletableFuture<?> sent) throws InterruptedException {
    try {
      sent.get();
      acknowledged.add(row.id());
      advance(row.key());
    } catch (ExecutionException e) {
      failure = e.getCause();
      failedKeys.add(row.key());
      waiting.remove(row.key());
    }
  }

  private void advance(String key) {
    Deque<OutboxRow> rows = waiting.getOrDefault(key, new ArrayDeque<>());
    rows.pollFirst();
    if (rows.isEmpty()) {
      waiting.remove(key);
    }
  }
}
