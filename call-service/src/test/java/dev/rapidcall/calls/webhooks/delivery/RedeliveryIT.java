package dev.rapidcall.calls.webhooks.delivery;

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
}
