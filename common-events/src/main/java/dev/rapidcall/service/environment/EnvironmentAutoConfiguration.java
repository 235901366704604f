package dev.rapidcall.service.environment;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A clock, and the schema made before Liquibase fills it; commands without a server take it too.
 */
@AutoConfiguration(before = LiquibaseAutoConfiguration.class)
public final class EnvironmentAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  static SchemaPreparation schemaPreparation() {
    return new SchemaPreparation();
  }
}
