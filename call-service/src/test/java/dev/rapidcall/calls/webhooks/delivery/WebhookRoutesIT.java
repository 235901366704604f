package dev.rapidcall.calls.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.webhooks.TellCustomer;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows;
import dev.rapidcall.calls.webhooks.testing.WebhooksIT;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WebhooksIT
class WebhookRoutesIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired TellCustomer tellCustomer;
  @Autowired KnownCallRows calls;

  private final String workspace = "w-" + UUID.randomUUID();
  private Api nobody;
  private Api us;
  private Api them;

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(workspace);
    them = nobody.as("w-" + UUID.randomUUID());
  }

  @Test
  void anotherWorkspaceSeesAndMovesNothingOfOurs() {
    String agent = agentWithWebhook();
    tellCustomer.started(calls.ended(workspace, agent, CallChannel.WEB).started());
    String delivery = page("").path("deliveries").get(0).path("id").asString();
    us.post("/api/webhooks/secrets/rotate", null);
    String secret =
        us.get("/api/webhooks/secrets").body().path("secrets").get(0).path("id").asString();

    assertThat(them.get("/api/webhooks/deliveries").body().path("deliveries").size()).isZero();
    assertThat(
            them.get("/api/webhooks/deliveries?agentId=" + agent).body().path("deliveries").size())
        .isZero();
    assertThat(them.get("/api/webhooks/deliveries/" + delivery).status()).isEqualTo(404);
    assertThat(them.post("/api/webhooks/deliveries/" + delivery + "/redeliver", null).status())
        .isEqualTo(404);
    assertThat(
            them.post("/api/webhooks/redeliver", "{\"from\":0,\"to\":9999999999999}")
                .body()
                .path("queued")
                .asInt())
        .isZero();
    assertThat(them.post("/api/agents/" + agent + "/webhook/test", null).status()).isEqualTo(404);
    assertThat(them.get("/api/webhooks/secrets").body().toString()).doesNotContain(secret);
    assertThat(them.delete("/api/webhooks/secrets/" + secret).status()).isEqualTo(404);
    assertThat(them.get("/api/events").body().path("events").size()).isZero();
    assertThat(us.get("/api/webhooks/deliveries/" + delivery).status()).isEqualTo(200);
  }

  @Test
  void onlyPeopleOfAWorkspaceMayAsk() {
    for (String path :
        List.of(
            "/api/webhooks/deliveries",
            "/api/webhooks/deliveries/x",
            "/api/webhooks/secrets",
            "/api/events")) {
      assertThat(nobody.get(path).status()).isEqualTo(401);
      assertThat(nobody.asAgent().get(path).status()).isEqualTo(403);
    }
    for (String path :
        List.of(
            "/api/webhooks/deliveries/x/redeliver",
            "/api/webhooks/redeliver",
            "/api/webhooks/secrets/rotate",
            "/api/agents/x/webhook/test")) {
      assertThat(nobody.post(path, "{}").status()).isEqualTo(401);
      assertThat(nobody.asAgent().post(path, "{\"from\":0,\"to\":0}").status()).isEqualTo(403);
    }
    assertThat(nobody.asAgent().delete("/api/webhooks/secrets/x").status()).isEqualTo(403);
  }

  @Test
  void theLogIsReadPageByPageTheNewestFirst() {
    String agent = agentWithWebhook();
    for (int i = 0; i < 5; i++) {
      tellCustomer.started(calls.ended(workspace, agent, CallChannel.WEB).started());
    }

    JsonNode first = page("?limit=2");
    JsonNode second = page("?limit=2&cursor=" + first.path("nextCursor").asString());
    JsonNode third = page("?limit=2&cursor=" + second.path("nextCursor").asString());

    Set<String> ids = new HashSet<>();
    List.of(first, second, third)
        .forEach(
            page ->
                page.path("deliveries")
                    .values()
                    .forEach(one -> ids.add(one.path("id").asString())));
    assertThat(ids).hasSize(5);
    assertThat(third.path("nextCursor").isNull()).isTrue();
    assertThat(page("?status=delivered").path("deliveries").size()).isZero();
    String call = first.path("deliveries").get(0).path("callId").asString();
    assertThat(page("?callId=" + call).path("deliveries").size()).isEqualTo(1);
    assertThat(first.path("deliveries").get(0).propertyNames())
        .contains("id", "eventId", "event", "callId", "agentId", "url", "status", "attemptCount");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/webhooks/deliveries?status=lost",
        "/api/webhooks/deliveries?limit=0",
        "/api/webhooks/deliveries?limit=1000",
        "/api/webhooks/deliveries?cursor=x",
        "/api/events?after=x",
        "/api/events?after=-1",
        "/api/events?limit=0"
      })
  void refusesQuestionsThatMakeNoSense(String path) {
    Answer refused = us.get(path);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asString()).isEqualTo("Validation failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"from\":1}",
        "{\"from\":\"a\",\"to\":2}",
        "{\"from\":5,\"to\":2}",
        "{\"from\":1,\"to\":2,\"status\":\"lost\"}"
      })
  void refusesRangesThatMakeNoSense(String body) {
    assertThat(us.post("/api/webhooks/redeliver", body).status()).isEqualTo(400);
  }

  @Test
  void theTestButtonNeedsAWebhook() {
    String agent =
        us.post("/api/agents", "{\"name\":\"A\"}").body().path("agent").path("id").asString();

    assertThat(us.post("/api/agents/" + agent + "/webhook/test", null).status()).isEqualTo(400);
    assertThat(us.post("/api/agents/nobody/webhook/test", null).status()).isEqualTo(404);
    assertThat(us.get("/api/webhooks/deliveries/nothing").status()).isEqualTo(404);
    assertThat(us.post("/api/webhooks/deliveries/nothing/redeliver", null).status()).isEqualTo(404);
    assertThat(us.delete("/api/webhooks/secrets/nothing").status()).isEqualTo(404);
  }

  private String agentWithWebhook() {
    String id =
        us.post("/api/agents", "{\"name\":\"A\"}").body().path("agent").path("id").asString();
    us.put("/api/agents/" + id, "{\"webhookUrl\":\"http://127.0.0.1:1/hook\"}");
    return id;
  }

  private JsonNode page(String query) {
    return us.get("/api/webhooks/deliveries" + query).body();
  }
}
