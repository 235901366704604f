package dev.rapidcall.messaging.inbox;

import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.messaging.MessagingProperties;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox of one service. */
@Configuration(proxyBeanMethods = false)
public class InboxConfiguration {

  @Bean
  InboxRows inboxRows(JdbcClient jdbc) {
    return new InboxRows(jdbc);
  }

  @Bean
  InboxSignal inboxSignal() {
    return new InboxSignal();
  }

  @Bean
  Inbox inbox(InboxRows rows, InboxSignal signal, ObjectProvider<EventConsumer<?>> consumers) {
    return new JdbcInbox(rows, signal, consumers);
  }

  @Bean
  OnceOnly onceOnly(
      InboxRows rows,
      InboxSignal signal,
      PlatformTransactionManager transactions,
      MessagingProperties properties) {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    transaction.setTimeout(Math.toIntExact(properties.handlerTimeout().toSeconds()));
    return new OnceOnly(rows, signal, transaction);
  }

  @Bean
  InboxCleaning inboxCleaning(InboxRows rows, MessagingProperties properties, Clock clock) {
    return new InboxCleaning(rows, properties.inboxRetention(), clock);
  }
}
