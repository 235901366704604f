package dev.rapidcall.messaging;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import java.time.Instant;

/**
 * The port through which a service says what happened. The event is stored in the caller's
 * transaction and sent after it commits, in order per call, at least once.
 *
 * <p>Order per call is the order of these calls as long as the transactions of one call follow one
 * another, so write about a call under its lock.
 */
public interface EventPublisher {

  /**
   * Publishes an event once per id: a second one with the same id is dropped, here while the first
   * waits to be sent, later by every consumer's inbox.
   *
   * @param occurredAt when it happened, by event time
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   * @throws IllegalArgumentException if the event is too large for its topic
   */
  void publish(EventId id, Instant occurredAt, Event event);

  /** Publishes an event with a fresh id. */
  void publish(Instant occurredAt, Event event);
}
