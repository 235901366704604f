package dev.rapidcall.calls.webhooks.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rooms that are always there, and calls that were. */
@TestConfiguration
class WebhooksFixture {

  @Bean
  @Primary
  WillingRooms willingRooms() {
    return new WillingRooms();
  }

  @Bean
  KnownCallRows knownCallRows(JdbcClient jdbc) {
    return new KnownCallRows(jdbc);
  }
}
