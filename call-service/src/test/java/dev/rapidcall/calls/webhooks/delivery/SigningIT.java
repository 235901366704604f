package dev.rapidcall.calls.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.webhooks.testing.CustomerSide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The secrets by which customers know us. */
class SigningIT extends CustomerWithWebhook {

  @Test
  void whileSecretsAreRotatedBothSign() {
    String old = rotated();
    String young = rotated();
    tellAll();
    deliverWhatIsDue();
    assertThat(receiver.received().getLast())
        .matches(request -> CustomerSide.accepts(request, old))
        .matches(request -> CustomerSide.accepts(request, young));

    assertThat(api.post("/api/webhooks/secrets/rotate", null).status()).isEqualTo(409);
    String oldId = secrets().getLast().path("id").asString();
    assertThat(api.delete("/api/webhooks/secrets/" + oldId).status()).isEqualTo(200);
    deliverWhatIsDue();

    assertThat(receiver.received().getLast())
        .matches(request -> !CustomerSide.accepts(request, old))
        .matches(request -> CustomerSide.accepts(request, young));
    assertThat(
            api.delete("/api/webhooks/secrets/" + secrets().getFirst().path("id").asString())
                .status())
        .isEqualTo(409);
  }

  @Test
  void aSecretIsShownOnceAndNeverAgain() {
    tellAll();
    deliverWhatIsDue();
    assertThat(secrets()).hasSize(1);

    String secret = rotated();

    assertThat(secret).startsWith("whsec_");
    assertThat(secrets()).hasSize(1);
    assertThat(api.get("/api/webhooks/secrets").body().toString()).doesNotContain("whsec_");
    deliverWhatIsDue();
    assertThat(receiver.received().getLast()).matches(r -> CustomerSide.accepts(r, secret));
  }

  @Test
  void theTestButtonSendsASignedTestNow() {
    String secret = rotated();

    JsonNode tested = api.post("/api/agents/" + agent + "/webhook/test", null).body();

    assertThat(tested.path("delivered").asBoolean()).isTrue();
    assertThat(tested.path("status").asInt()).isEqualTo(200);
    assertThat(tested.path("ms").isNumber()).isTrue();
    assertThat(tested.has("error")).isFalse();
    assertThat(receiver.received())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.event()).isEqualTo("test");
              assertThat(request.json().path("call").path("agent_id").asString()).isEqualTo(agent);
              assertThat(CustomerSide.accepts(request, secret)).isTrue();
            });
    receiver.next(500);
    JsonNode failed = api.post("/api/agents/" + agent + "/webhook/test", null).body();
    assertThat(failed.path("delivered").asBoolean()).isFalse();
    assertThat(failed.path("status").asInt()).isEqualTo(500);
    assertThat(failed.path("error").asString()).isNotEmpty();
  }
}
