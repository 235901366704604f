package dev.rapidcall.calls.webhooks.delivery;

import static dev.rapidcall.calls.webhooks.delivery.DeliveryStatus.DELIVERED;
import static dev.rapidcall.calls.webhooks.delivery.DeliveryStatus.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.webhooks.testing.CustomerSide;
import dev.rapidcall.calls.webhooks.testing.Receiver;
import dev.rapidcall.calls.webhooks.testing.Receiver.Received;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Sending again what was sent. */
class RedeliveryIT extends CustomerWithWebhook {

  @Test
  void oneIsSentAgainWithTheSameIdAndBodyToTheAddressOfToday() {
    String secret = rotated();
    tellStart(agent);
    deliverWhatIsDue();
    String id = deliveries("").getFirst().path("id").asString();
    try (Receiver moved = Receiver.open()) {
      api.put("/api/agents/" + agent, "{\"webhookUrl\":\"" + moved.url() + "\"}");

      assertThat(api.post("/api/webhooks/deliveries/" + id + "/redeliver", null).status())
          .isEqualTo(200);
      deliverWhatIsDue();

      Received first = receiver.received().getFirst();
      Received again = moved.received().getFirst();
      assertThat(again.header("webhook-id")).isEqualTo(first.header("webhook-id"));
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again).matches(request -> CustomerSide.accepts(request, secret));
    }
  }

  @Test
  void whatIsJustBeingSentIsSentAgainAfterItAndNotAtTheSameTime() {
    tellStart(agent);
    DueDelivery underWay = due.claim(10).getFirst();
    try (Receiver moved = Receiver.open()) {
      api.put("/api/agents/" + agent, "{\"webhookUrl\":\"" + moved.url() + "\"}");

      again(underWay.id());
      assertThat(due.claim(10)).as("under way").isEmpty();
      settle(underWay, DeliveryStatus.DELIVERED);

      assertThat(delivery(underWay.id()).path("status").asString()).isEqualTo("pending");
      deliverWhatIsDue();
      assertThat(moved.received()).hasSize(1);
      assertThat(delivery(underWay.id()).path("status").asString()).isEqualTo("delivered");
      assertThat(delivery(underWay.id()).path("attempts").size()).isEqualTo(2);
    }
  }

  @Test
  void whatIsJustBeingSentAndIsGivenUpIsSentAgainAllTheSame() {
    tellStart(agent);
    DueDelivery underWay = due.claim(10).getFirst();

    again(underWay.id());
    settle(underWay, DeliveryStatus.FAILED);
    deliverWhatIsDue();

    assertThat(delivery(underWay.id()).path("status").asString()).isEqualTo("delivered");
  }

  @Test
  void anAttemptThatDiesAfterItWasAskedForAgainIsSentAgainAfterItsLease() {
    tellStart(agent);
    DueDelivery dead = due.claim(10).getFirst();
    again(dead.id());

    timePasses();
    deliverWhatIsDue();

    assertThat(receiver.received()).hasSize(1);
    assertThat(delivery(dead.id()).path("status").asString()).isEqualTo("delivered");
  }

  @Test
  void aCallIsSentAgainInOrder() {
    tellAll();
    deliverWhatIsDue();
    deliverWhatIsDue();
    deliverWhatIsDue();

    assertThat(queued("{\"from\":0,\"to\":" + clock.instant().toEpochMilli() + "}")).isEqualTo(3);

    assertThat(due.claim(10)).singleElement().satisfies(one -> settle(one, DELIVERED));
    assertThat(due.claim(10)).singleElement().satisfies(one -> settle(one, FAILED));
    assertThat(due.claim(10)).singleElement().satisfies(one -> settle(one, DELIVERED));
    assertThat(due.claim(10)).isEmpty();
  }

  @Test
  void whoseAgentHasNoWebhookAnyMoreIsSkippedAndSaid() {
    tellStart(agent);
    deliverWhatIsDue();
    String id = deliveries("").getFirst().path("id").asString();
    assertThat(api.put("/api/agents/" + agent, "{\"webhookUrl\":\"\"}").status()).isEqualTo(200);

    assertThat(api.post("/api/webhooks/deliveries/" + id + "/redeliver", null).status())
        .isEqualTo(400);
    assertThat(
            api.post(
                    "/api/webhooks/redeliver",
                    "{\"from\":0,\"to\":" + clock.instant().toEpochMilli() + "}")
                .body()
                .toString())
        .isEqualTo("{\"queued\":0,\"skipped\":1}");
    assertThat(due.claim(10)).isEmpty();
  }

  @Test
  void aRangeIsSentAgain() {
    receiver.next(410);
    tellStart(agent);
    deliverWhatIsDue();
    tellStart(agent);
    deliverWhatIsDue();
    long now = clock.instant().toEpochMilli();
    String range = "\"from\":" + (now - Duration.ofMinutes(1).toMillis()) + ",\"to\":" + now;

    assertThat(queued("{" + range + ",\"status\":\"failed\"}")).isEqualTo(1);
    deliverWhatIsDue();
    assertThat(receiver.received()).hasSize(3);
    assertThat(queued("{" + range + ",\"agentId\":\"" + agent + "\"}")).isEqualTo(2);
    assertThat(queued("{" + range + ",\"agentId\":\"nobody\"}")).isZero();
    assertThat(queued("{\"from\":0,\"to\":1}")).isZero();
    deliverWhatIsDue();

    assertThat(receiver.received()).hasSize(5);
  }

  private void again(String id) {
    assertThat(api.post("/api/webhooks/deliveries/" + id + "/redeliver", null).status())
        .isEqualTo(200);
  }
}
