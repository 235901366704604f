package dev.rapidcall.messaging.ingest;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.IngestPublisher;
import dev.rapidcall.messaging.NotDurableException;
import dev.rapidcall.messaging.NumberedEvents;
import dev.rapidcall.messaging.kafka.BrokerSender;
import dev.rapidcall.messaging.kafka.TopicNames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokerIngestPublisherTest {
  private final BrokerSender nobody =
      new BrokerSender(
          new TopicNames(""),
          Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, List.of("localhost:1")),
          "test",
          new SimpleMeterRegistry());

  @AfterEach
  void close() {
    nobody.destroy();
  }

  @Test
  void whatNoBrokerAcknowledgedIsNotDurable() {
    IngestPublisher publisher =
        new BrokerIngestPublisher(nobody, new EventCodec(), Duration.ofSeconds(6));

    assertThatExceptionOfType(NotDurableException.class)
        .isThrownBy(() -> publisher.publish(NumberedEvents.envelope("call_a", 1)));
  }
}
