package dev.rapidcall.messaging.consuming;

import dev.rapidcall.events.Event;
import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.messaging.MessagingProperties;
import dev.rapidcall.messaging.inbox.OnceOnly;
import dev.rapidcall.messaging.kafka.BrokerSender;
import dev.rapidcall.messaging.kafka.TopicNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;

/** Makes the container of a consumer bean. */
final class ContainerFactory {
  private static final Duration SHUTDOWN = Duration.ofSeconds(4);
  private static final Duration AUTHORIZATION_RETRY = Duration.ofSeconds(10);

  private final ConsumerFactory<byte[], byte[]> kafka;
  private final TopicNames topics;
  private final EventCodec codec;
  private final OnceOnly onceOnly;
  private final BrokerSender broker;
  private final MessagingProperties properties;
  private final MeterRegistry meters;

  ContainerFactory(
      ConsumerFactory<byte[], byte[]> kafka,
      TopicNames topics,
      EventCodec codec,
      OnceOnly onceOnly,
      BrokerSender broker,
      MessagingProperties properties,
      MeterRegistry meters) {
    this.kafka = kafka;
    this.topics = topics;
    this.codec = codec;
    this.onceOnly = onceOnly;
    this.broker = broker;
    this.properties = properties;
    this.meters = meters;
  }

  <E extends Event> RunningConsumer create(EventConsumer<E> consumer) {
    ConsumerProgress progress = new ConsumerProgress(consumer.name(), meters);
    ContainerProperties settings = new ContainerProperties(topics.of(consumer.events()));
    settings.setMessageListener(new EventListener<>(consumer, codec, onceOnly, progress));
    settings.setGroupId(topics.group(consumer.name()));
    settings.setClientId(consumer.name());
    settings.setAckMode(ContainerProperties.AckMode.RECORD);
    settings.setStopImmediate(true);
    settings.setShutdownTimeout(SHUTDOWN.toMillis());
    settings.setAuthExceptionRetryInterval(AUTHORIZATION_RETRY);
    settings.setConsumerRebalanceListener(forgetRevoked(progress));
    ConcurrentMessageListenerContainer<byte[], byte[]> container =
        new ConcurrentMessageListenerContainer<>(kafka, settings);
    container.setBeanName(consumer.name());
    container.setConcurrency(properties.concurrency());
    container.setCommonErrorHandler(
        ErrorHandling.of(new DeadLetters(consumer.name(), topics, broker), progress));
    return new RunningConsumer(consumer.name(), container, progress);
  }

  private static ConsumerAwareRebalanceListener forgetRevoked(ConsumerProgress progress) {
    return new ConsumerAwareRebalanceListener() {
      @Override
      public void onPartitionsRevokedAfterCommit(
          Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        progress.revoked(partitions);
      }

      @Override
      public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        progress.revoked(partitions);
      }
    };
  }
}
