package dev.rapidcall.gateway.webhooks.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import org.junit.jupiter.api.Test;

class StripeWebhookIT extends GatewayIT {

  @Test
  void takesNothingWhileNothingCanBeVerified() {
    Answer answer =
        post("/api/stripe/webhook")
            .with("stripe-signature", "t=1,v1=00")
            .json("{\"id\":\"evt_1\",\"type\":\"invoice.paid\"}")
            .send();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().path("error").asString()).isNotBlank();
    assertThat(answer.body()).doesNotContain("received");
  }
}
