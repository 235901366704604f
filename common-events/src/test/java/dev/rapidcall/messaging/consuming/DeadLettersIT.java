package dev.rapidcall.messaging.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.events.CallEvent;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.MessagingNode;
import dev.rapidcall.messaging.NumberedEvents;
import dev.rapidcall.messaging.RecordingConsumer;
import dev.rapidcall.messaging.UnprocessableEventException;
import dev.rapidcall.testing.TestBroker;
import dev.rapidcall.testing.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class DeadLettersIT {
  private static final Duration SOON = Duration.ofSeconds(90);

  private final Map<String, String> environment = TestInfrastructure.shared().freshEnvironment();
  private final TestBroker broker = TestBroker.of(environment);
  private final String deadLetters = broker.topic(CallEvent.class) + ".dlt";

  @Test
  void aRecordWhoseDeadLetterCannotBeWrittenIsNeitherLostNorSkipped() throws Exception {
    Map<String, Object> connection =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            TestInfrastructure.shared().kafkaBootstrapServers());
    try (MessagingNode node = MessagingNode.start(environment, List.of(refusesTwo()));
        Admin admin = Admin.create(connection)) {
      admin.deleteTopics(List.of(deadLetters)).all().get(30, TimeUnit.SECONDS);
      await().atMost(SOON).until(() -> !admin.listTopics().names().get().contains(deadLetters));
      NumberedEvents.upTo(3).forEach(n -> node.ingest(NumberedEvents.envelope("call_a", n)));

      await().atMost(SOON).until(() -> node.health().equals(Status.DOWN));
      assertThat(node.effects("test.calls", "call_a")).containsExactly(1);

      admin
          .createTopics(List.of(new NewTopic(deadLetters, 1, (short) 1)))
          .all()
          .get(30, TimeUnit.SECONDS);
      await().atMost(SOON).until(() -> node.effects("test.calls", "call_a").contains(3));
      assertThat(node.effects("test.calls", "call_a")).containsExactly(1, 3);
      assertThat(broker.deadLetters(CallEvent.class)).hasSize(1);
      await().atMost(SOON).until(() -> node.health().equals(Status.UP));
    }
  }

  @Test
  void aDeadLetterIsNotWrittenAgainAfterARestart() {
    try (MessagingNode node = MessagingNode.start(environment, List.of(refusesTwo()))) {
      node.ingest(NumberedEvents.envelope("call_a", 2));
      await().atMost(SOON).until(() -> broker.deadLetters(CallEvent.class).size() == 1);
    }
    try (MessagingNode node = MessagingNode.start(environment, List.of(refusesTwo()))) {
      node.ingest(NumberedEvents.envelope("call_a", 3));
      await().atMost(SOON).until(() -> node.effects("test.calls", "call_a").contains(3));
      assertThat(broker.deadLetters(CallEvent.class)).hasSize(1);
    }
  }

  private static RecordingConsumer<CallEvent> refusesTwo() {
    return new RecordingConsumer<>("test.calls", CallEvent.class, DeadLettersIT::refuseTwo);
  }

  private static void refuseTwo(Envelope<CallEvent> envelope) {
    if (NumberedEvents.number(envelope) == 2) {
      throw new UnprocessableEventException("two is right out");
    }
  }
}
