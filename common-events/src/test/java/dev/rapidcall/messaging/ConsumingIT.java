package dev.rapidcall.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent;
import dev.rapidcall.events.CallEvent.CallAnswered;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.messaging.kafka.BrokerSender;
import dev.rapidcall.testing.TestBroker;
import dev.rapidcall.testing.TestInfrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;

class ConsumingIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String CONSUMER = "test.calls";

  private final Map<String, String> environment = TestInfrastructure.shared().freshEnvironment();
  private final TestBroker broker = TestBroker.of(environment);

  @Test
  void duplicatesAndReorderingChangeNothing() {
    List<Envelope<CallEvent>> sent = new ArrayList<>();
    for (int copy = 0; copy < 3; copy++) {
      NumberedEvents.upTo(40).forEach(n -> sent.add(NumberedEvents.envelope("call_a", n)));
    }
    Collections.shuffle(sent, new Random(7));
    try (MessagingNode node = start(envelope -> {})) {
      node.ingest(sent.toArray(Envelope<?>[]::new));
      node.ingest(NumberedEvents.envelope("call_a", 41));

      await().atMost(SOON).until(() -> node.effects(CONSUMER, "call_a").contains(41));
      assertThat(node.effects(CONSUMER, "call_a"))
          .containsExactlyInAnyOrderElementsOf(NumberedEvents.upTo(41));
    }
  }

  @Test
  void twoInstancesHandleEachEventOnce() {
    try (MessagingNode one = start(envelope -> {});
        MessagingNode other = start(envelope -> {})) {
      for (int number = 1; number <= 60; number++) {
        MessagingNode node = number % 2 == 0 ? one : other;
        node.ingest(NumberedEvents.envelope("call_" + number % 6, number));
      }

      await().atMost(SOON).until(() -> allEffects(one).size() == 60);
      assertThat(allEffects(other)).containsExactlyInAnyOrderElementsOf(NumberedEvents.upTo(60));
    }
  }

  @Test
  void whatFollowsFromAnEventNamesItAsItsCause() {
    List<MessagingNode> nodes = new ArrayList<>();
    Consumer<Envelope<CallEvent>> answers =
        envelope -> {
          if (!(envelope.event() instanceof CallAnswered)) {
            nodes.getFirst().bean(EventPublisher.class).publish(NumberedEvents.NOON, answered());
          }
        };
    try (MessagingNode node = start(answers)) {
      nodes.add(node);
      node.ingest(ofRequest("req-1"));

      await().atMost(SOON).until(() -> broker.events(CallEvent.class).size() == 2);
      Envelope<CallEvent> effect = broker.events(CallEvent.class).getLast();
      assertThat(effect.causationId()).isEqualTo(new EventId("call_a-1"));
      assertThat(effect.correlationId()).isEqualTo("req-1");
    }
  }

  @Test
  void aPoisonRecordGoesToTheDeadLettersWhileItsNeighboursAreHandled() {
    try (MessagingNode node = start(ConsumingIT::refuseSome)) {
      node.ingest(NumberedEvents.envelope("call_a", 1));
      sendGarbage(node, "call_a");
      for (int number = 2; number <= 6; number++) {
        node.ingest(NumberedEvents.envelope("call_a", number));
      }

      await().atMost(SOON).until(() -> node.effects(CONSUMER, "call_a").contains(6));
      assertThat(node.effects(CONSUMER, "call_a")).containsExactly(1, 2, 5, 6);
      await().atMost(SOON).until(() -> deadLetters().size() == 3);
      assertCauses(deadLetters());
      await().atMost(SOON).until(() -> node.health().equals(Status.UP));
    }
  }

  @Test
  void anInfrastructureErrorIsRetriedAndNeverSkipped() {
    AtomicInteger failures = new AtomicInteger(3);
    AtomicInteger ups = new AtomicInteger();
    List<MessagingNode> nodes = new ArrayList<>();
    Consumer<Envelope<CallEvent>> databaseIsAway =
        envelope -> {
          if (NumberedEvents.number(envelope) == 2 && failures.getAndDecrement() > 0) {
            if (nodes.getFirst().health().equals(Status.UP)) {
              ups.incrementAndGet();
            }
            throw new DataAccessResourceFailureException("the database is away");
          }
        };
    try (MessagingNode node = start(databaseIsAway)) {
      nodes.add(node);
      for (int number = 1; number <= 3; number++) {
        node.ingest(NumberedEvents.envelope("call_a", number));
      }

      await().atMost(SOON).until(() -> node.effects(CONSUMER, "call_a").size() == 3);
      assertThat(node.effects(CONSUMER, "call_a")).containsExactly(1, 2, 3);
      assertThat(deadLetters()).isEmpty();
      assertThat(ups.get()).as("well only before the first failure").isLessThanOrEqualTo(1);
      await().atMost(SOON).until(() -> node.health().equals(Status.UP));
    }
  }

  @Test
  void anUnknownTypeIsCountedAndSkipped() {
    try (MessagingNode node = start(envelope -> {})) {
      WireEvent known = new EventCodec().encode(NumberedEvents.envelope("call_a", 1));
      Map<String, String> headers = new HashMap<>(known.headers());
      headers.put(EventHeaders.TYPE, "rapidcall.call.teleported.v1");
      node.bean(BrokerSender.class)
          .send(new WireEvent(known.topic(), known.key(), headers, known.payload()))
          .join();
      node.ingest(NumberedEvents.envelope("call_a", 2));

      await().atMost(SOON).until(() -> node.effects(CONSUMER, "call_a").equals(List.of(2)));
      assertThat(deadLetters()).isEmpty();
      assertThat(
              node.bean(MeterRegistry.class)
                  .counter(
                      "rapidcall.events.consumed",
                      "consumer",
                      CONSUMER,
                      "type",
                      "any",
                      "outcome",
                      "unknown")
                  .count())
          .isEqualTo(1);
    }
  }

  private static void refuseSome(Envelope<CallEvent> envelope) {
    switch (NumberedEvents.number(envelope)) {
      case 3 -> throw new UnprocessableEventException("three is right out");
      case 4 -> throw new AssertionError("the handler broke");
      default -> {}
    }
  }

  private static void sendGarbage(MessagingNode node, String call) {
    WireEvent good = new EventCodec().encode(NumberedEvents.envelope(call, 99));
    node.bean(BrokerSender.class)
        .send(new WireEvent(good.topic(), good.key(), good.headers(), "{\"no\":\"event\""))
        .join();
  }

  private void assertCauses(List<ConsumerRecord<byte[], byte[]>> letters) {
    assertThat(letters)
        .extracting(letter -> TestBroker.headers(letter).get("dlt_exception"))
        .containsExactly(
            UndecodableEventException.class.getName(),
            UnprocessableEventException.class.getName(),
            AssertionError.class.getName());
    ConsumerRecord<byte[], byte[]> garbage = letters.getFirst();
    assertThat(garbage.key()).asString().isEqualTo("call_a");
    assertThat(garbage.value()).asString().isEqualTo("{\"no\":\"event\"");
    assertThat(TestBroker.headers(garbage))
        .containsEntry("ce_id", "call_a-99")
        .containsEntry("dlt_consumer", CONSUMER)
        .containsEntry("dlt_topic", broker.topic(CallEvent.class))
        .containsKeys("dlt_message", "dlt_partition", "dlt_offset");
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    return broker.deadLetters(CallEvent.class);
  }

  private static List<Integer> allEffects(MessagingNode node) {
    List<Integer> all = new ArrayList<>();
    for (int call = 0; call < 6; call++) {
      all.addAll(node.effects(CONSUMER, "call_" + call));
    }
    return all;
  }

  private static Envelope<CallEvent> ofRequest(String correlationId) {
    return new Envelope<>(
        new EventId("call_a-1"),
        "test",
        NumberedEvents.NOON,
        NumberedEvents.NOON,
        correlationId,
        null,
        NumberedEvents.event("call_a", 1));
  }

  private static CallEvent answered() {
    return new CallAnswered(
        new CallId("call_a"), new WorkspaceId("ws"), CallChannel.WEB, NumberedEvents.NOON);
  }

  private MessagingNode start(Consumer<Envelope<CallEvent>> before) {
    return MessagingNode.start(
        environment, List.of(new RecordingConsumer<>(CONSUMER, CallEvent.class, before)));
  }
}
