package dev.rapidcall.messaging.inbox;

import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.messaging.EventTypes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** Reads receipts, and waits for them by a signal of this process and by looking again. */
final class JdbcInbox implements Inbox {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final InboxRows rows;
  private final InboxSignal signal;
  private final ObjectProvider<EventConsumer<?>> consumers;

  JdbcInbox(InboxRows rows, InboxSignal signal, ObjectProvider<EventConsumer<?>> consumers) {
    this.rows = rows;
    this.signal = signal;
    this.consumers = consumers;
  }

  @Override
  public boolean holds(EventId id) {
    Set<String> receipts = rows.consumersOf(id);
    return consumers.stream()
        .filter(consumer -> receipts.contains(consumer.name()))
        .findFirst()
        .map(consumer -> receipts.containsAll(allOfSameTopic(consumer)))
        .orElse(false);
  }

  @Override
  public boolean await(EventId id, Duration atMost) {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!Thread.currentThread().isInterrupted()) {
      CompletableFuture<Void> next = signal.next(id);
      try {
        if (holds(id)) {
          return true;
        }
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (!left.isPositive()) {
          return false;
        }
        signal.await(next, left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN);
      } finally {
        signal.forget(id, next);
      }
    }
    return false;
  }

  private Set<String> allOfSameTopic(EventConsumer<?> one) {
    String topic = EventTypes.topic(one.events());
    return consumers.stream()
        .filter(consumer -> EventTypes.topic(consumer.events()).equals(topic))
        .map(EventConsumer::name)
        .collect(Collectors.toSet());
  }
}
