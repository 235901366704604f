package dev.rapidcall.local.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Words sent and read as any client would. */
final class KafkaWords {

  private static final String TOPIC = "words";

  private KafkaWords() {}

  static void createTopic(int port) throws Exception {
    try (Admin admin = Admin.create(clientSettings(port))) {
      NewTopic topic = new NewTopic(TOPIC, Optional.of(1), Optional.empty());
      admin.createTopics(List.of(topic)).all().get(30, TimeUnit.SECONDS);
    }
  }

  static void send(int port, String word) throws Exception {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(clientSettings(port), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, word)).get(30, TimeUnit.SECONDS);
    }
  }

  static String readOne(int port) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            clientSettings(port), new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(TOPIC));
      for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofSeconds(30))) {
        return found.value();
      }
      throw new AssertionError("no record");
    }
  }

  private static Map<String, Object> clientSettings(int port) {
    return Map.of(
        "bootstrap.servers", EmbeddedKafka.bootstrapServers(port),
        "group.id", "reader",
        "group.protocol", "consumer",
        "auto.offset.reset", "earliest",
        "max.block.ms", "5000");
  }
}
