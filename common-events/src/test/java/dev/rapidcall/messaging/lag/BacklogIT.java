package dev.rapidcall.messaging.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.events.CallEvent;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.MessagingNode;
import dev.rapidcall.messaging.NumberedEvents;
import dev.rapidcall.messaging.RecordingConsumer;
import dev.rapidcall.messaging.UnprocessableEventException;
import dev.rapidcall.testing.TestInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** What a service is behind with is seen while it is behind, and not only before and after. */
class BacklogIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Map<String, String> environment = TestInfrastructure.shared().freshEnvironment();
  private final AtomicBoolean databaseIsAway = new AtomicBoolean(true);

  @Test
  void showsTheEventsThatWaitToBeSentAndHowLong() {
    try (MessagingNode node =
        MessagingNode.start(environment, List.of(), "rapidcall.messaging.relay=false")) {
      node.publish("evt_1", NumberedEvents.event("call_a", 1));
      node.publish("evt_2", NumberedEvents.event("call_a", 2));

      await().atMost(SOON).until(() -> gauge(node, "rapidcall.outbox.depth") == 2);
      assertThat(gauge(node, "rapidcall.outbox.age")).isPositive();
    }
  }

  @Test
  void showsWhatAConsumerHasBeforeItWhileItIsHeldUp() {
    try (MessagingNode node = MessagingNode.start(environment, List.of(consumer()))) {
      for (int number = 1; number <= 3; number++) {
        node.ingest(NumberedEvents.envelope("call_a", number));
      }
      await().atMost(SOON).until(() -> gauge(node, "rapidcall.consumer.lag") == 3);

      databaseIsAway.set(false);

      await().atMost(SOON).until(() -> gauge(node, "rapidcall.consumer.lag") == 0);
      assertThat(node.effects("test.calls", "call_a")).containsExactly(1, 2);
      assertThat(deadLetters(node)).isEqualTo(1);
    }
  }

  @Test
  void countsWhatTheKafkaClientsDo() {
    try (MessagingNode node = MessagingNode.start(environment, List.of(consumer()))) {
      node.ingest(NumberedEvents.envelope("call_a", 1));

      assertThat(node.bean(MeterRegistry.class).getMeters())
          .extracting(meter -> meter.getId().getName())
          .anyMatch(name -> name.startsWith("kafka.producer."))
          .anyMatch(name -> name.startsWith("kafka.consumer."))
          .anyMatch(name -> name.startsWith("hikaricp.connections"));
    }
  }

  private RecordingConsumer<CallEvent> consumer() {
    return new RecordingConsumer<>("test.calls", CallEvent.class, this::take);
  }

  private void take(Envelope<CallEvent> envelope) {
    if (databaseIsAway.get()) {
      throw new DataAccessResourceFailureException("the database is away");
    }
    if (NumberedEvents.number(envelope) == 3) {
      throw new UnprocessableEventException("nobody wants the third");
    }
  }

  private static double gauge(MessagingNode node, String name) {
    return node.bean(MeterRegistry.class).get(name).gauge().value();
  }

  private static double deadLetters(MessagingNode node) {
    return node.bean(MeterRegistry.class)
        .get("rapidcall.dead.letters")
        .tag("consumer", "test.calls")
        .counter()
        .count();
  }
}
