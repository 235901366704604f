package dev.rapidcall.messaging.autoconfigure;

import dev.rapidcall.messaging.consuming.EventConsumers;
import dev.rapidcall.messaging.outbox.OutboxRelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(HealthIndicator.class)
class MessagingHealthConfiguration {

  @Bean
  HealthIndicator messagingHealthIndicator(
      ObjectProvider<EventConsumers> consumers, ObjectProvider<OutboxRelay> relay) {
    return new MessagingHealth(consumers.getIfAvailable(), relay.getIfAvailable());
  }
}
