package dev.rapidcall.messaging.consuming;

import dev.rapidcall.events.Event;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.messaging.inbox.OnceOnly;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListener;

/** Decodes each record of a topic and hands it to its consumer, once. */
final class EventListener<E extends Event> implements MessageListener<byte[], byte[]> {
  private static final Logger log = LoggerFactory.getLogger(EventListener.class);

  private final EventConsumer<E> consumer;
  private final EventCodec codec;
  private final OnceOnly onceOnly;
  private final ConsumerProgress progress;

  EventListener(
      EventConsumer<E> consumer, EventCodec codec, OnceOnly onceOnly, ConsumerProgress progress) {
    this.consumer = consumer;
    this.codec = codec;
    this.onceOnly = onceOnly;
    this.progress = progress;
  }

  @Override
  public void onMessage(ConsumerRecord<byte[], byte[]> record) {
    try {
      Optional<Envelope<E>> envelope =
          codec.decode(consumer.events(), RecordHeaders.of(record), record.value());
      envelope.ifPresentOrElse(known -> handle(record, known), () -> progress.unknownType(record));
    } catch (Error e) {
      throw new HandlerDiedException(e);
    }
  }

  private void handle(ConsumerRecord<byte[], byte[]> record, Envelope<E> envelope) {
    try (LogFields fields = LogFields.of(consumer.name(), envelope)) {
      boolean first = onceOnly.handle(consumer, envelope);
      progress.handled(record, first);
      log.debug(
          "{} {} {} of {}",
          consumer.name(),
          first ? "handled" : "had handled",
          EventCodec.wireName(envelope.event().getClass()),
          envelope.event().callId());
    }
  }
}
