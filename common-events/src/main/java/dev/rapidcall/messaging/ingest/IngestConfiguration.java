package dev.rapidcall.messaging.ingest;

import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.IngestPublisher;
import dev.rapidcall.messaging.kafka.BrokerSender;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The direct way to the broker. */
@Configuration(proxyBeanMethods = false)
public class IngestConfiguration {
  private static final Duration AT_MOST = Duration.ofSeconds(6);

  @Bean
  IngestPublisher ingestPublisher(BrokerSender broker, EventCodec codec) {
    return new BrokerIngestPublisher(broker, codec, AT_MOST);
  }
}
