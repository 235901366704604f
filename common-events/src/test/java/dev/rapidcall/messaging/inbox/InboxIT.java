package dev.rapidcall.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.events.CallEvent;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.MessagingNode;
import dev.rapidcall.messaging.NumberedEvents;
import dev.rapidcall.messaging.RecordingConsumer;
import dev.rapidcall.testing.TestInfrastructure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboxIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final EventId FIRST = new EventId(NumberedEvents.id("call_a", 1));

  private final Map<String, String> environment = TestInfrastructure.shared().freshEnvironment();
  private final CountDownLatch gate = new CountDownLatch(1);

  @Test
  void itHoldsAnEventWhenEveryConsumerOfItsTopicHandledIt() throws Exception {
    try (MessagingNode node = start(quick(), gated())) {
      Inbox inbox = node.bean(Inbox.class);
      CompletableFuture<Boolean> waiting =
          CompletableFuture.supplyAsync(() -> inbox.await(FIRST, LONG));
      publishFirst(node);

      await().atMost(LONG).until(() -> !node.effects("test.quick", "call_a").isEmpty());
      assertThat(inbox.holds(FIRST)).isFalse();
      assertThat(waiting).isNotDone();

      gate.countDown();
      assertThat(waiting.get(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(inbox.holds(FIRST)).isTrue();
    }
  }

  @Test
  void anInstanceThatDoesNotConsumeSeesWhatAnotherHandled() {
    try (MessagingNode works = start(quick());
        MessagingNode asks =
            MessagingNode.start(
                environment, List.of(quick()), "rapidcall.messaging.consumers=false")) {
      publishFirst(works);

      assertThat(asks.bean(Inbox.class).await(FIRST, LONG)).isTrue();
    }
  }

  @Test
  void waitingEndsWithItsTime() {
    try (MessagingNode node = start(quick())) {
      assertThat(node.bean(Inbox.class).await(new EventId("never"), Duration.ofMillis(150)))
          .isFalse();
    }
  }

  @Test
  void receiptsOlderThanTheRetentionAreDeleted() {
    try (MessagingNode node = start(quick())) {
      node.bean(JdbcClient.class)
          .sql(
              """
              insert into inbox (event_id, consumer, handled_at)
              select 'old-' || n, 'test.quick', now() - interval '31 days'
              from generate_series(1, 12000) n
              union all select 'young', 'test.quick', now() - interval '29 days'
              """)
          .update();

      assertThat(node.bean(InboxCleaning.class).clean()).isEqualTo(12_000);
      assertThat(node.bean(Inbox.class).holds(new EventId("young"))).isTrue();
    }
  }

  private RecordingConsumer<CallEvent> quick() {
    return new RecordingConsumer<>("test.quick", CallEvent.class, envelope -> {});
  }

  private RecordingConsumer<CallEvent> gated() {
    return new RecordingConsumer<>("test.gated", CallEvent.class, envelope -> pass());
  }

  private void pass() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void publishFirst(MessagingNode node) {
    node.ingest(NumberedEvents.envelope("call_a", 1));
  }

  private MessagingNode start(RecordingConsumer<?>... consumers) {
    return MessagingNode.start(environment, List.of(consumers));
  }
}
