package dev.rapidcall.messaging;

import java.util.List;

/**
 * The port for what comes from outside: straight to the broker, without the outbox. When it
 * returns, the events are acknowledged by all in-sync replicas, so the sender may be told so.
 */
public interface IngestPublisher {

  /**
   * Publishes events, in the given order per call. Retrying with the same event ids is safe: who
   * consumes them skips what it has.
   *
   * @throws NotDurableException if the broker did not acknowledge all of them in time
   */
  void publish(List<? extends Envelope<?>> envelopes);

  /** Publishes events as {@link #publish(List)} does. */
  default void publish(Envelope<?>... envelopes) {
    publish(List.of(envelopes));
  }
}
