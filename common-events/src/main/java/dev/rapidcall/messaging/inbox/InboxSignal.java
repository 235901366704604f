package dev.rapidcall.messaging.inbox;

import dev.rapidcall.events.EventId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Tells those who wait in this process that an event was handled. */
final class InboxSignal {
  private final Map<EventId, CompletableFuture<Void>> waited = new ConcurrentHashMap<>();

  void handled(EventId id) {
    CompletableFuture<Void> waiting = waited.remove(id);
    if (waiting != null) {
      waiting.complete(null);
    }
  }

  /** What ends with the next handling of the event; ask the table after this, then wait. */
  CompletableFuture<Void> next(EventId id) {
    return waited.computeIfAbsent(id, key -> new CompletableFuture<>());
  }

  /** Waits for the handling or for the time to pass, whichever is first. */
  void await(CompletableFuture<Void> next, Duration atMost) {
    try {
      next.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a signal has no failure", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody waits for the event any longer, or who does asks again soon. */
  void forget(EventId id, CompletableFuture<Void> next) {
    waited.remove(id, next);
  }
}
