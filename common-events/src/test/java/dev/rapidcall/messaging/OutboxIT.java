package dev.rapidcall.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.events.CallEvent;
import dev.rapidcall.events.EventId;
import dev.rapidcall.testing.TestBroker;
import dev.rapidcall.testing.TestInfrastructure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

class OutboxIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<String> CALLS = List.of("call_a", "call_b", "call_c", "call_d");
  private static final int EACH = 100;
  private static final String NO_RELAY = "rapidcall.messaging.relay=false";

  private final Map<String, String> environment = TestInfrastructure.shared().freshEnvironment();
  private final TestBroker broker = TestBroker.of(environment);

  @Test
  void whatIsCommittedIsSentAndThenDeleted() {
    try (MessagingNode node = start()) {
      node.publish("evt_a", NumberedEvents.event("call_a", 1));

      await().atMost(SOON).until(() -> sent().equals(List.of("evt_a")));
      await().atMost(SOON).until(() -> node.outboxSize() == 0);
    }
  }

  @Test
  void aRollbackPublishesNothing() {
    try (MessagingNode node = start()) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(
              () ->
                  node.inTransaction(
                      () -> {
                        publisher(node).publish(NumberedEvents.NOON, NumberedEvents.event("c", 1));
                        throw new IllegalStateException("changed my mind");
                      }));
      node.publish("evt_after", NumberedEvents.event("c", 2));

      await().atMost(SOON).until(() -> node.outboxSize() == 0 && !sent().isEmpty());
      assertThat(sent()).containsExactly("evt_after");
    }
  }

  @Test
  void publishingOutsideATransactionIsRefused() {
    try (MessagingNode node = start(NO_RELAY)) {
      assertThatExceptionOfType(IllegalTransactionStateException.class)
          .isThrownBy(
              () -> publisher(node).publish(NumberedEvents.NOON, NumberedEvents.event("c", 1)));
      assertThat(node.outboxSize()).isZero();
    }
  }

  @Test
  void aSecondEventWithTheSameIdIsDropped() {
    try (MessagingNode node = start(NO_RELAY)) {
      node.publish("evt_a", NumberedEvents.event("call_a", 1));
      node.publish("evt_a", NumberedEvents.event("call_a", 1));

      assertThat(node.outboxSize()).isEqualTo(1);
    }
  }

  @Test
  void theRequestIsRememberedAsCorrelation() {
    try (MessagingNode node = start();
        MDC.MDCCloseable request = MDC.putCloseable("requestId", "req-42")) {
      node.publish("evt_a", NumberedEvents.event("call_a", 1));

      await().atMost(SOON).until(() -> !sent().isEmpty());
      assertThat(broker.events(CallEvent.class).getFirst().correlationId()).isEqualTo("req-42");
      assertThat(broker.events(CallEvent.class).getFirst().source()).isEqualTo("messaging-it");
    }
  }

  @Test
  void aCrashBetweenCommitAndSendLosesNothing() {
    try (MessagingNode dies = start(NO_RELAY)) {
      for (int number = 1; number <= 50; number++) {
        publish(dies, "call_a", number);
      }
    }
    assertThat(sent()).isEmpty();

    try (MessagingNode restarted = start()) {
      await().atMost(SOON).until(() -> restarted.outboxSize() == 0);
      assertThat(numbersByCall()).isEqualTo(Map.of("call_a", NumberedEvents.upTo(50)));
    }
  }

  @Test
  void aCrashBetweenSendAndDeleteRepeatsAndTheInboxSkipsIt() {
    RecordingConsumer<CallEvent> consumer =
        new RecordingConsumer<>("test.calls", CallEvent.class, envelope -> {});
    try (MessagingNode node = MessagingNode.start(environment, List.of(consumer))) {
      for (int round = 0; round < 2; round++) {
        publish(node, "call_a", 1);
        await().atMost(SOON).until(() -> node.outboxSize() == 0);
      }
      publish(node, "call_a", 2);

      await().atMost(SOON).until(() -> node.effects("test.calls", "call_a").contains(2));
      assertThat(Collections.frequency(arrivals(), "call_a-1")).isGreaterThanOrEqualTo(2);
      assertThat(node.effects("test.calls", "call_a")).containsExactly(1, 2);
    }
  }

  @Test
  void twoRelaysKeepTheOrderOfEachCall() throws Exception {
    try (MessagingNode one = start();
        MessagingNode other = start()) {
      publishFromManyThreads(one, other, () -> {});
    }

    assertNothingIsLostOrOutOfOrder();
  }

  @Test
  void relaysThatLoseTheirLockInTheMiddleKeepTheOrderToo() throws Exception {
    try (MessagingNode one = start();
        MessagingNode other = start()) {
      publishFromManyThreads(one, other, () -> killRelaySessions(one));
    }

    assertNothingIsLostOrOutOfOrder();
  }

  private void publishFromManyThreads(MessagingNode one, MessagingNode other, Runnable meanwhile)
      throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLS.size())) {
      List<Future<?>> writers = new ArrayList<>();
      for (String call : CALLS) {
        writers.add(threads.submit(() -> publishAlternately(call, one, other, meanwhile)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }
    await().atMost(SOON).until(() -> one.outboxSize() == 0);
  }

  private void assertNothingIsLostOrOutOfOrder() {
    Map<String, List<Integer>> numbers = numbersByCall();
    assertThat(numbers).containsOnlyKeys(CALLS);
    assertThat(numbers.values()).allMatch(NumberedEvents.upTo(EACH)::equals);
  }

  /** As when the network to Postgres breaks while records are on their way to the broker. */
  private static void killRelaySessions(MessagingNode node) {
    node.bean(JdbcClient.class)
        .sql(
            """
            select count(pg_terminate_backend(pid)) from pg_locks
            where locktype = 'advisory' and granted
            and database = (select oid from pg_database where datname = current_database())
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void aSecondInstanceTakesOverWhatTheFirstLeftBehind() {
    try (MessagingNode idle = start();
        MessagingNode writesOnly = start(NO_RELAY)) {
      writesOnly.publish("evt_a", NumberedEvents.event("call_a", 1));

      await().atMost(SOON).until(() -> sent().equals(List.of("evt_a")));
      await().atMost(SOON).until(() -> idle.outboxSize() == 0);
    }
  }

  private static void publishAlternately(
      String call, MessagingNode one, MessagingNode other, Runnable meanwhile) {
    for (int number = 1; number <= EACH; number++) {
      publish(number % 2 == 0 ? one : other, call, number);
      if (number % 10 == 0) {
        meanwhile.run();
      }
    }
  }

  private static void publish(MessagingNode node, String call, int number) {
    node.publish(NumberedEvents.id(call, number), NumberedEvents.event(call, number));
  }

  private MessagingNode start(String... settings) {
    return MessagingNode.start(environment, List.of(), settings);
  }

  private static EventPublisher publisher(MessagingNode node) {
    return node.bean(EventPublisher.class);
  }

  private List<String> arrivals() {
    return broker.events(CallEvent.class).stream().map(Envelope::id).map(EventId::value).toList();
  }

  /** What arrived, repetitions left out: sending is at least once. */
  private List<String> sent() {
    return arrivals().stream().distinct().toList();
  }

  /** As a consumer with an inbox sees it: the first arrival of each event counts. */
  private Map<String, List<Integer>> numbersByCall() {
    Map<String, Set<Integer>> seen = new LinkedHashMap<>();
    for (Envelope<CallEvent> envelope : broker.events(CallEvent.class)) {
      seen.computeIfAbsent(envelope.event().callId().value(), call -> new LinkedHashSet<>())
          .add(NumberedEvents.number(envelope));
    }
    Map<String, List<Integer>> numbers = new LinkedHashMap<>();
    seen.forEach((call, inOrder) -> numbers.put(call, List.copyOf(inOrder)));
    return numbers;
  }
}
