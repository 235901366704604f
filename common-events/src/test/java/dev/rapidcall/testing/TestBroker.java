package dev.rapidcall.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapidcall.events.Event;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.EventTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.core.env.Environment;

/** Looks at what lies on the topics of one test environment, without taking part in any group. */
public final class TestBroker {
  private static final Duration POLL = Duration.ofMillis(200);

  private final EventCodec codec = new EventCodec();
  private final String bootstrapServers;
  private final String prefix;

  private TestBroker(String bootstrapServers, String prefix) {
    this.bootstrapServers = bootstrapServers;
    this.prefix = prefix;
  }

  /** The broker of a Spring context that {@link RapidCallIT} started. */
  public static TestBroker of(Environment environment) {
    return new TestBroker(
        environment.getRequiredProperty("KAFKA_BOOTSTRAP_SERVERS"),
        environment.getRequiredProperty("KAFKA_TOPIC_PREFIX"));
  }

  /** The broker of {@link TestInfrastructure#freshEnvironment()}. */
  public static TestBroker of(Map<String, String> environment) {
    return new TestBroker(
        Objects.requireNonNull(environment.get("KAFKA_BOOTSTRAP_SERVERS")),
        Objects.requireNonNull(environment.get("KAFKA_TOPIC_PREFIX")));
  }

  /** The name of an interface's topic at the broker. */
  public String topic(Class<? extends Event> family) {
    return prefix + EventTypes.topic(family);
  }

  /** All events of a topic so far, in order per call. */
  public <E extends Event> List<Envelope<E>> events(Class<E> family) {
    List<Envelope<E>> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records(topic(family))) {
      codec.decode(family, headers(record), record.value()).ifPresent(events::add);
    }
    return events;
  }

  /** All dead letters of a topic so far. */
  public List<ConsumerRecord<byte[], byte[]>> deadLetters(Class<? extends Event> family) {
    return records(topic(family) + ".dlt");
  }

  /** A record's headers as text. */
  public static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return headers;
  }

  private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(records::add);
      }
      return records;
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class);
  }
}
