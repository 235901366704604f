package dev.rapidcall.messaging.consuming;

import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.messaging.MessagingProperties;
import dev.rapidcall.messaging.inbox.OnceOnly;
import dev.rapidcall.messaging.kafka.BrokerSender;
import dev.rapidcall.messaging.kafka.ConsumerSettings;
import dev.rapidcall.messaging.kafka.TopicNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;

/** The consumers of one service. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "rapidcall.messaging.consumers", matchIfMissing = true)
public class ConsumingConfiguration {

  @Bean
  EventConsumers eventConsumers(
      ObjectProvider<EventConsumer<?>> beans,
      ConsumerFactory<?, ?> connection,
      TopicNames topics,
      EventCodec codec,
      OnceOnly onceOnly,
      BrokerSender broker,
      MessagingProperties properties,
      ObjectProvider<MeterRegistry> meters) {
    MeterRegistry registry = meters.getIfAvailable(SimpleMeterRegistry::new);
    DefaultKafkaConsumerFactory<byte[], byte[]> kafka =
        new DefaultKafkaConsumerFactory<>(
            ConsumerSettings.of(connection.getConfigurationProperties()));
    kafka.addListener(new MicrometerConsumerListener<>(registry));
    ContainerFactory containers =
        new ContainerFactory(kafka, topics, codec, onceOnly, broker, properties, registry);
    List<EventConsumer<?>> consumers = beans.orderedStream().toList();
    return new EventConsumers(consumers, containers);
  }
}
