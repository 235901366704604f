package dev.rapidcall.calls.webhooks.delivery;

import static dev.rapidcall.calls.webhooks.delivery.DueDeliveries.PER_LANE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.calls.webhooks.testing.CustomerSide;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows.Known;
import dev.rapidcall.calls.webhooks.testing.Receiver;
import dev.rapidcall.calls.webhooks.testing.Receiver.Received;
import dev.rapidcall.events.CallChannel;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Sending, trying again, waiting and giving up. */
class DeliveryIT extends CustomerWithWebhook {
  @Autowired TransactionTemplate transaction;

  @Test
  @DisplayName("weakness 17: each event is signed, with an id and a time, and in order")
  void signedAndInOrder() {
    String secret = rotated();
    Known call = tellAll();

    deliverWhatIsDue();
    deliverWhatIsDue();
    deliverWhatIsDue();

    List<Received> received = receiver.received();
    assertThat(received)
        .extracting(Received::event)
        .containsExactly("call_started", "call_ended", "call_analyzed");
    assertThat(received).extracting(Received::callId).containsOnly(call.id().value());
    assertThat(received).allMatch(request -> CustomerSide.accepts(request, secret));
    assertThat(received)
        .extracting(request -> request.header("webhook-id"))
        .doesNotHaveDuplicates();
    assertThat(Long.parseLong(received.getFirst().header("webhook-timestamp")))
        .isCloseTo(clock.instant().getEpochSecond(), org.assertj.core.data.Offset.offset(60L));
    assertThat(received.getLast().json().path("call").has("call_analysis")).isTrue();
    assertThat(received.getFirst().body()).isEqualTo(firstEventData());
  }

  @Test
  @DisplayName("weakness 17: what fails is kept and tried again, with the same id")
  void triesAgainAfterAFailure() {
    receiver.next(500);
    tellAll();
    deliverWhatIsDue();
    JsonNode waiting = deliveries("").getLast();
    assertThat(waiting.path("status").asString()).isEqualTo("pending");
    assertThat(waiting.path("lastStatus").asInt()).isEqualTo(500);
    assertThat(waiting.path("nextAttemptAt").asLong())
        .isBetween(
            clock.instant().minusSeconds(20).toEpochMilli(),
            clock.instant().plusSeconds(6).toEpochMilli());
    assertThat(receiver.received()).hasSize(1);

    timePasses();
    deliverWhatIsDue();

    assertThat(receiver.received()).extracting(Received::event).containsOnly("call_started");
    assertThat(receiver.received())
        .extracting(request -> request.header("webhook-id"))
        .hasSize(2)
        .containsOnly(waiting.path("eventId").asString());
    JsonNode delivery = delivery(waiting.path("id").asString());
    assertThat(delivery.path("status").asString()).isEqualTo("delivered");
    assertThat(delivery.path("attempts").values())
        .extracting(attempt -> attempt.path("status").asInt())
        .containsExactly(500, 200);
    assertThat(delivery.path("attempts").values())
        .allMatch(attempt -> attempt.path("ms").isNumber() && attempt.path("at").isNumber());
  }

  @Test
  void theEndWaitsUntilTheStartWasDeliveredOrGivenUp() {
    receiver.next(500);
    tellAll();
    deliverWhatIsDue();
    deliverWhatIsDue();
    assertThat(receiver.received()).hasSize(1);

    jdbc.sql(
            "update webhook_deliveries set tries = 10, due_at = now() where workspace_id = :w and tries > 0")
        .param("w", workspace)
        .update();
    receiver.next(503);
    deliverWhatIsDue();
    assertThat(deliveries("&status=failed")).hasSize(1);
    deliverWhatIsDue();

    assertThat(receiver.received())
        .extracting(Received::event)
        .containsExactly("call_started", "call_started", "call_ended");
  }

  @Test
  void whatIsQueuedJustWhenTheOneBeforeItIsSettledIsNotForgotten() {
    Known call = calls.ended(workspace, agent, CallChannel.WEB);
    tellCustomer.started(call.started());
    DueDelivery start = due.claim(10).getFirst();

    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      transaction.executeWithoutResult(
          status -> {
            settle(start, DeliveryStatus.DELIVERED);
            Future<?> end = other.submit(() -> tellCustomer.ended(call.ended()));
            await().until(() -> end.isDone() || somebodyWaitsForTheCall());
          });
    }

    assertThat(due.claim(10)).as("the end").hasSize(1);
  }

  @Test
  void aReceiverThatIsGoneIsLeftInPeace() {
    receiver.next(410);
    tellAll();

    deliverWhatIsDue();

    assertThat(deliveries("&status=failed"))
        .singleElement()
        .satisfies(
            delivery -> {
              assertThat(delivery.path("lastStatus").asInt()).isEqualTo(410);
              assertThat(delivery.path("nextAttemptAt").isNull()).isTrue();
            });
  }

  @Test
  @DisplayName("weakness 17: cut off between sending and noting, it is sent again with the same id")
  void survivesACrash() {
    tellAll();
    DueDelivery first = due.claim(10).getFirst();
    SendResult sent = receivers.send(signed(first));
    assertThat(due.claim(10)).isEmpty();

    timePasses();
    DueDelivery second = due.claim(10).getFirst();
    noteAttempt.note(first, clock.instant(), sent, new Verdict(DeliveryStatus.FAILED, null));
    assertThat(delivery(first.id()).path("status").asString()).isEqualTo("pending");
    deliverEvent.deliver(second);

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(receiver.received())
        .extracting(request -> request.header("webhook-id"))
        .containsExactly(first.eventId(), first.eventId());
    assertThat(delivery(first.id()).path("status").asString()).isEqualTo("delivered");
  }

  @Test
  void aHostThatKeepsUsWaitingHoldsUpNobodyElse() {
    try (Receiver other = Receiver.open()) {
      IntStream.range(0, 2 * PER_LANE).forEach(i -> tellStart(agent));
      String agentElsewhere = agentWith(other);
      tellStart(agentElsewhere);

      List<DueDelivery> claimed =
          Stream.concat(due.claim(200).stream(), due.claim(200).stream()).toList();

      assertThat(claimed).filteredOn(one -> one.url().equals(receiver.url())).hasSize(PER_LANE);
      assertThat(claimed).filteredOn(one -> one.url().equals(other.url())).hasSize(1);
    }
  }

  @Test
  void anAgentWithoutAWebhookHasEventsAndNoDeliveries() {
    String silent =
        api.post("/api/agents", "{\"name\":\"S\"}").body().path("agent").path("id").asString();

    tellStart(silent);

    assertThat(deliveries("")).isEmpty();
    assertThat(api.get("/api/events").body().path("events").size()).isEqualTo(1);
  }

  private boolean somebodyWaitsForTheCall() {
    return jdbc.sql(
            """
            select exists (select from pg_stat_activity
                           where wait_event_type = 'Lock' and datname = current_database()
                             and query like '%webhook_deliveries%')
            """)
        .query(Boolean.class)
        .single();
  }
}
