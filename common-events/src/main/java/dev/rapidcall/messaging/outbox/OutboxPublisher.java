package dev.rapidcall.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.CurrentEnvelope;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.EventPublisher;
import dev.rapidcall.messaging.WireEvent;
import dev.rapidcall.messaging.kafka.RecordSizes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishing is an insert in the caller's transaction and a wake after it. */
final class OutboxPublisher implements EventPublisher {
  private final OutboxRows rows;
  private final OutboxSignal signal;
  private final EventCodec codec;
  private final TransactionTemplate callersTransaction;
  private final String source;
  private final Clock clock;

  OutboxPublisher(
      OutboxRows rows,
      OutboxSignal signal,
      EventCodec codec,
      TransactionTemplate callersTransaction,
      String source,
      Clock clock) {
    this.rows = rows;
    this.signal = signal;
    this.codec = codec;
    this.callersTransaction = callersTransaction;
    this.source = source;
    this.clock = clock;
  }

  @Override
  public void publish(EventId id, Instant occurredAt, Event event) {
    WireEvent wire = codec.encode(envelope(id, occurredAt, event));
    refuseTooLarge(wire);
    callersTransaction.executeWithoutResult(transaction -> add(wire));
  }

  @Override
  public void publish(Instant occurredAt, Event event) {
    publish(new EventId("evt_" + UUID.randomUUID()), occurredAt, event);
  }

  private void add(WireEvent wire) {
    rows.add(wire);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            signal.wake();
          }
        });
  }

  private Envelope<?> envelope(EventId id, Instant occurredAt, Event event) {
    Optional<Envelope<?>> cause = CurrentEnvelope.get();
    @Nullable String correlationId =
        cause.<@Nullable String>map(Envelope::correlationId).orElseGet(() -> MDC.get("requestId"));
    return new Envelope<>(
        id,
        source,
        occurredAt,
        clock.instant(),
        correlationId,
        cause.<@Nullable EventId>map(Envelope::id).orElse(null),
        event);
  }

  /** A row that the broker never takes would hold up its call for ever. */
  private static void refuseTooLarge(WireEvent wire) {
    if (wire.payload().getBytes(UTF_8).length > RecordSizes.EVENT) {
      throw new IllegalArgumentException(
          "an event for " + wire.topic() + " has more than " + RecordSizes.EVENT + " bytes");
    }
  }
}
