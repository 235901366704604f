package dev.rapidcall.messaging.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rapidcall.messaging.WireEvent;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.MicrometerProducerListener;
import org.springframework.kafka.support.ProducerListener;

/** Everything that this service sends goes through here: durable or failed, within seconds. */
public final class BrokerSender implements DisposableBean {
  private final TopicNames topics;
  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final KafkaTemplate<byte[], byte[]> kafka;

  /** Sends to the broker that the given producer configuration names. */
  public BrokerSender(
      TopicNames topics, Map<String, Object> connection, String clientId, MeterRegistry meters) {
    this.topics = topics;
    producers = new DefaultKafkaProducerFactory<>(durable(connection, clientId));
    producers.addListener(new MicrometerProducerListener<>(meters));
    kafka = new KafkaTemplate<>(producers);
    // Who sends says what failed; the listener's default would log each record besides.
    kafka.setProducerListener(new ProducerListener<>() {});
  }

  /** Sends an event; the future ends when all in-sync replicas have it, or fails in seconds. */
  public CompletableFuture<?> send(WireEvent event) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            topics.atBroker(event.topic()),
            event.key().getBytes(UTF_8),
            event.payload().getBytes(UTF_8));
    event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return send(record);
  }

  /** Sends a record as it is. */
  public CompletableFuture<?> send(ProducerRecord<byte[], byte[]> record) {
    try {
      return kafka.send(record);
    } catch (KafkaException | org.apache.kafka.common.KafkaException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public void destroy() {
    producers.destroy();
  }

  private static Map<String, Object> durable(Map<String, Object> connection, String clientId) {
    Map<String, Object> settings = new HashMap<>(connection);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RecordSizes.DEAD_LETTER);
    return settings;
  }
}
