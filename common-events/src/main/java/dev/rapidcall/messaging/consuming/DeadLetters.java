package dev.rapidcall.messaging.consuming;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapidcall.messaging.kafka.BrokerSender;
import dev.rapidcall.messaging.kafka.TopicNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/**
 * Copies a record that cannot be handled to the dead letters of its topic, byte for byte, with the
 * cause as headers. Returns only when the broker has it: otherwise the record is tried again.
 */
final class DeadLetters implements ConsumerRecordRecoverer {
  private static final int LONGEST_HEADER = 2_000;
  private static final int SECONDS = 15;

  private final String consumer;
  private final TopicNames topics;
  private final BrokerSender broker;

  DeadLetters(String consumer, TopicNames topics, BrokerSender broker) {
    this.consumer = consumer;
    this.topics = topics;
    this.broker = broker;
  }

  @Override
  public void accept(ConsumerRecord<?, ?> record, Exception failure) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            topics.deadLetters(record.topic()),
            null,
            (byte[]) record.key(),
            (byte[]) record.value(),
            record.headers());
    cause(record, failure)
        .forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));
    send(letter);
  }

  private Map<String, String> cause(ConsumerRecord<?, ?> record, Exception failure) {
    Throwable thrown = Causes.thrown(failure);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(DeadLetterHeaders.CONSUMER, consumer);
    headers.put(DeadLetterHeaders.EXCEPTION, thrown.getClass().getName());
    headers.put(DeadLetterHeaders.MESSAGE, message(thrown));
    headers.put(DeadLetterHeaders.TOPIC, record.topic());
    headers.put(DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
    headers.put(DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
    return headers;
  }

  private static String message(Throwable thrown) {
    StringBuilder text = new StringBuilder(String.valueOf(thrown.getMessage()));
    Throwable root = Causes.root(thrown);
    if (root != thrown) {
      text.append(" | ").append(root.getClass().getName()).append(": ").append(root.getMessage());
    }
    return text.substring(0, Math.min(text.length(), LONGEST_HEADER));
  }

  private void send(ProducerRecord<byte[], byte[]> letter) {
    try {
      broker.send(letter).get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the dead letter was not acknowledged", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("the dead letter was not acknowledged", e);
    }
  }
}
