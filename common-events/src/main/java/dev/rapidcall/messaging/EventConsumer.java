package dev.rapidcall.messaging;

import dev.rapidcall.events.Event;

/**
 * A bean that takes the events of one topic. Each event reaches it once: the receipt is stored in
 * the transaction that {@link #on} runs in, so effect and receipt commit together.
 *
 * <p>What it throws decides what follows: an {@link UnprocessableEventException} (or any other
 * defect of the data) sends the record to the dead-letter topic, everything that smells of
 * infrastructure (database, network) is retried with the partition paused.
 *
 * @param <E> the sealed interface whose topic is consumed
 */
public interface EventConsumer<E extends Event> {

  /**
   * The consumer group and the key of the receipts, such as {@code billing.calls}. Never changes.
   */
  String name();

  /** The sealed interface whose topic is consumed. */
  Class<E> events();

  /** Handles one event, in a transaction. */
  void on(Envelope<E> envelope);
}
