package dev.rapidcall.messaging.lag;

import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.messaging.MessagingProperties;
import dev.rapidcall.messaging.kafka.TopicNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** What this service is behind with. */
@Configuration(proxyBeanMethods = false)
public class LagConfiguration {

  @Bean
  BrokerAdmin lagConnection(KafkaAdmin connection) {
    return new BrokerAdmin(connection.getConfigurationProperties());
  }

  @Bean
  Sampler sampler(
      ObjectProvider<Sample> samples,
      ObjectProvider<EventConsumer<?>> consumers,
      TopicNames topics,
      BrokerAdmin broker,
      MessagingProperties properties,
      ObjectProvider<MeterRegistry> registry) {
    MeterRegistry meters = registry.getIfAvailable(SimpleMeterRegistry::new);
    Stream<Sample> lags =
        properties.consumers()
            ? consumers.stream().map(consumer -> new ConsumerLag(consumer, topics, broker, meters))
            : Stream.empty();
    List<Sample> all = Stream.concat(samples.stream(), lags).toList();
    return new Sampler(all);
  }
}
