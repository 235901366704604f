package dev.rapidcall.messaging.outbox;

import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.EventPublisher;
import dev.rapidcall.messaging.MessagingProperties;
import dev.rapidcall.messaging.kafka.BrokerSender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The outbox of one service. */
@Configuration(proxyBeanMethods = false)
public class OutboxConfiguration {
  /** More than a slow broker takes for what one batch sends. */
  private static final Duration RELAY_WITHIN = Duration.ofSeconds(45);

  @Bean
  OutboxRows outboxRows(JdbcClient jdbc) {
    return new OutboxRows(jdbc);
  }

  @Bean
  OutboxSignal outboxSignal() {
    return new OutboxSignal();
  }

  @Bean
  OutboxBacklog outboxBacklog(JdbcClient jdbc, ObjectProvider<MeterRegistry> meters) {
    return new OutboxBacklog(jdbc, meters.getIfAvailable(SimpleMeterRegistry::new));
  }

  @Bean
  EventPublisher eventPublisher(
      OutboxRows rows,
      OutboxSignal signal,
      EventCodec codec,
      PlatformTransactionManager transactions,
      MessagingProperties properties,
      Clock clock) {
    TransactionTemplate callers = new TransactionTemplate(transactions);
    callers.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
    return new OutboxPublisher(rows, signal, codec, callers, properties.source(), clock);
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "rapidcall.messaging.relay", matchIfMissing = true)
  OutboxRelay outboxRelay(
      OutboxRows rows,
      OutboxSignal signal,
      BrokerSender broker,
      PlatformTransactionManager transactions,
      MessagingProperties properties,
      ObjectProvider<MeterRegistry> meters) {
    TransactionTemplate bounded = new TransactionTemplate(transactions);
    bounded.setTimeout((int) RELAY_WITHIN.toSeconds());
    OutboxBatch batch = new OutboxBatch(rows, broker, bounded);
    OutboxMetrics metrics = new OutboxMetrics(meters.getIfAvailable(SimpleMeterRegistry::new));
    return new OutboxRelay(batch, signal, metrics, properties.source());
  }
}
