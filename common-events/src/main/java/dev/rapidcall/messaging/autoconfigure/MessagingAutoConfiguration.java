package dev.rapidcall.messaging.autoconfigure;

import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.MessagingProperties;
import dev.rapidcall.messaging.consuming.ConsumingConfiguration;
import dev.rapidcall.messaging.inbox.InboxConfiguration;
import dev.rapidcall.messaging.ingest.IngestConfiguration;
import dev.rapidcall.messaging.kafka.BrokerSender;
import dev.rapidcall.messaging.kafka.TopicCreation;
import dev.rapidcall.messaging.kafka.TopicNames;
import dev.rapidcall.messaging.lag.LagConfiguration;
import dev.rapidcall.messaging.outbox.OutboxConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Outbox, inbox, consumers, topics and the direct way to the broker, for every service. How to
 * reach the broker is said once, by {@code spring.kafka.*}; Spring Boot's own template stays
 * unused.
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
      "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
      "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration",
      "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
      "dev.rapidcall.service.environment.EnvironmentAutoConfiguration"
    })
@ConditionalOnBean(DataSource.class)
@ConditionalOnBooleanProperty(name = "rapidcall.messaging.enabled", matchIfMissing = true)
@PropertySource("classpath:dev/rapidcall/messaging/messaging.properties")
@EnableConfigurationProperties(MessagingProperties.class)
@Import({
  OutboxConfiguration.class,
  InboxConfiguration.class,
  ConsumingConfiguration.class,
  IngestConfiguration.class,
  LagConfiguration.class,
  MessagingHealthConfiguration.class
})
class MessagingAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock messagingClock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  EventCodec eventCodec() {
    return new EventCodec();
  }

  @Bean
  TopicNames topicNames(MessagingProperties properties) {
    return new TopicNames(properties.topicPrefix());
  }

  @Bean
  TopicCreation topicCreation(
      TopicNames names, MessagingProperties properties, KafkaAdmin connection) {
    return new TopicCreation(names, properties, connection.getConfigurationProperties());
  }

  @Bean
  BrokerSender brokerSender(
      TopicNames names,
      MessagingProperties properties,
      ProducerFactory<?, ?> connection,
      ObjectProvider<MeterRegistry> meters) {
    return new BrokerSender(
        names,
        connection.getConfigurationProperties(),
        properties.source() + "-sender",
        meters.getIfAvailable(SimpleMeterRegistry::new));
  }
}
