package dev.rapidcall.gateway.testing;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Event;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.EventTypes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads from the broker what the gateway published. */
public final class PublishedEvents {
  private final String bootstrapServers;
  private final String topicPrefix;
  private final EventCodec codec = new EventCodec();

  PublishedEvents(String bootstrapServers, String topicPrefix) {
    this.bootstrapServers = bootstrapServers;
    this.topicPrefix = topicPrefix;
  }

  /** Everything said of a call on the topic of a sealed interface up to now, in order. */
  public <E extends Event> List<Envelope<E>> of(CallId call, Class<E> family) {
    List<Envelope<E>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = consumer()) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topicPrefix + EventTypes.topic(family)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(
                record -> {
                  if (record.key().equals(call.value())) {
                    found.add(decoded(record, family));
                  }
                });
      }
    }
    return found;
  }

  private <E extends Event> Envelope<E> decoded(
      ConsumerRecord<String, byte[]> record, Class<E> family) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(
            header ->
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
    return codec.decode(family, headers, record.value()).orElseThrow();
  }

  private KafkaConsumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
