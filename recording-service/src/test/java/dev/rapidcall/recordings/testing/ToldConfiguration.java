package dev.rapidcall.recordings.testing;

import dev.rapidcall.messaging.IngestPublisher;
import dev.rapidcall.messaging.inbox.Inbox;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Adds {@link Told} to a context. */
@TestConfiguration(proxyBeanMethods = false)
public class ToldConfiguration {

  @Bean
  Told told(@Lazy IngestPublisher broker, @Lazy Inbox inbox) {
    return new Told(broker, inbox);
  }
}
