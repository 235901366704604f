package dev.rapidcall.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.messaging.WireEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OutboxDeliveryTest {
  private final List<String> sent = new ArrayList<>();

  @Test
  void aCallsEventsAreSentInOrderEachAfterTheAcknowledgementOfTheOneBefore() {
    List<CompletableFuture<Void>> pending = new ArrayList<>();
    OutboxDelivery delivery =
        new OutboxDelivery(
            event -> {
              assertThat(pending).allMatch(CompletableFuture::isDone);
              CompletableFuture<Void> later = new CompletableFuture<>();
              pending.add(later);
              sent.add(event.payload());
              return later.completeAsync(() -> null);
            },
            List.of(row(1, "a"), row(2, "a"), row(3, "a")),
            System::nanoTime);

    delivery.run();

    assertThat(sent).containsExactly("1", "2", "3");
    assertThat(delivery.acknowledged()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aFailureStopsItsCallAndNoOther() {
    OutboxDelivery delivery =
        deliver(
            event -> event.payload().equals("2"),
            new RecordTooLargeException("2"),
            List.of(row(1, "a"), row(2, "a"), row(3, "b"), row(4, "a"), row(5, "b")));

    assertThat(delivery.acknowledged()).containsExactlyInAnyOrder(1L, 3L, 5L);
    assertThat(delivery.failedKeys()).containsExactly("a");
    assertThat(sent).doesNotContain("4");
    assertThat(delivery.failure()).isInstanceOf(RecordTooLargeException.class);
  }

  @Test
  void aBrokerThatDoesNotAnswerIsAskedOnce() {
    OutboxDelivery delivery =
        deliver(
            event -> true,
            new TimeoutException("no metadata"),
            List.of(row(1, "a"), row(2, "b"), row(3, "c")));

    assertThat(sent).containsExactly("1");
    assertThat(delivery.acknowledged()).isEmpty();
    assertThat(delivery.failedKeys()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void aSlowBrokerGetsPartOfTheBatchAndTheRestStaysForTheNextOne() {
    AtomicLong seconds = new AtomicLong();
    OutboxDelivery delivery =
        new OutboxDelivery(
            event -> {
              seconds.addAndGet(8);
              return CompletableFuture.completedFuture(null);
            },
            List.of(row(1, "a"), row(2, "a"), row(3, "a")),
            () -> Duration.ofSeconds(seconds.get()).toNanos());

    delivery.run();

    assertThat(delivery.acknowledged()).containsExactly(1L, 2L);
    assertThat(delivery.failedKeys()).isEmpty();
    assertThat(delivery.failure()).isNull();
  }

  private OutboxDelivery deliver(
      Predicate<WireEvent> fails, RuntimeException failure, List<OutboxRow> batch) {
    OutboxDelivery delivery =
        new OutboxDelivery(
            event -> {
              sent.add(event.payload());
              return fails.test(event)
                  ? CompletableFuture.failedFuture(failure)
                  : CompletableFuture.completedFuture(null);
            },
            batch,
            System::nanoTime);
    delivery.run();
    return delivery;
  }

  private static OutboxRow row(long id, String key) {
    return new OutboxRow(id, new WireEvent("topic", key, Map.of(), Long.toString(id)));
  }
}
