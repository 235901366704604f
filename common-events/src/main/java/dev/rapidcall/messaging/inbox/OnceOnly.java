package dev.rapidcall.messaging.inbox;

import dev.rapidcall.events.Event;
import dev.rapidcall.messaging.CurrentEnvelope;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets a consumer handle an event once: its receipt and its effect commit together. */
public final class OnceOnly {
  private final InboxRows rows;
  private final InboxSignal signal;
  private final TransactionTemplate transaction;

  OnceOnly(InboxRows rows, InboxSignal signal, TransactionTemplate transaction) {
    this.rows = rows;
    this.signal = signal;
    this.transaction = transaction;
  }

  /**
   * Handles an event in a transaction of its own.
   *
   * @return false if the consumer had handled it before
   */
  public <E extends Event> boolean handle(EventConsumer<E> consumer, Envelope<E> envelope) {
    boolean first = transaction.execute(status -> insertOrSkip(consumer, envelope));
    if (first) {
      signal.handled(envelope.id());
    }
    return first;
  }

  private <E extends Event> boolean insertOrSkip(EventConsumer<E> consumer, Envelope<E> envelope) {
    if (!rows.add(consumer.name(), envelope.id())) {
      return false;
    }
    CurrentEnvelope.during(envelope, () -> consumer.on(envelope));
    return true;
  }
}
