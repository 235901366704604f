package dev.rapidcall.calls.importing;

import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.MessagingProperties;
import dev.rapidcall.messaging.outbox.OutboxConfiguration;
import dev.rapidcall.service.environment.EnvironmentAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/**
 * What the command needs of Spring: the database, brought up to date, and JSON. No broker: what is
 * to be told lies in the outbox until a service sends it.
 */
@ImportAutoConfiguration({
  EnvironmentAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  LiquibaseAutoConfiguration.class,
  JacksonAutoConfiguration.class
})
@Import({
  ImportFiles.class,
  ImportAgents.class,
  ImportCalls.class,
  OutboxConfiguration.class,
  EventCodec.class
})
@PropertySource("classpath:dev/rapidcall/messaging/messaging.properties")
@EnableConfigurationProperties(MessagingProperties.class)
final class ImportApplication {}
