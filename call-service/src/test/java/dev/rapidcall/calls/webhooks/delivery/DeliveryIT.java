package dev.rapidcall.calls.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.webhooks.TellCustomer;
import dev.rapidcall.calls.webhooks.testing.CustomerSide;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows.Known;
import dev.rapidcall.calls.webhooks.testing.Receiver;
import dev.rapidcall.calls.webhooks.testing.Receiver.Received;
import dev.rapidcall.calls.webhooks.testing.WebhooksIT;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.service.identity.InternalTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WebhooksIT
class DeliveryIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired TellCustomer tellCustomer;
  @Autowired KnownCallRows calls;
  @Autowired DueDeliveries due;
  @Autowired DeliverEvent deliverEvent;
  @Autowired SignRequest signRequest;
  @Autowired Receivers receivers;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  private final String workspace = "w-" + UUID.randomUUID();
  private final Receiver receiver = Receiver.open();
  private Api api;
  private String agent;

  @BeforeEach
  void begin() {
    jdbc.sql("update webhook_deliveries set status = 'failed' where status = 'pending'").update();
    api = Api.anonymous(port, tokens).as(workspace);
    agent = agentWith(receiver);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

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
    due.note(first, clock.instant(), sent, new Verdict(DeliveryStatus.FAILED, null));
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
      IntStream.range(0, 10).forEach(i -> tellStart(agent));
      String agentElsewhere = agentWith(other);
      tellStart(agentElsewhere);

      List<DueDelivery> claimed =
          Stream.concat(due.claim(200).stream(), due.claim(200).stream()).toList();

      assertThat(claimed).filteredOn(one -> one.url().equals(receiver.url())).hasSize(4);
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

  private WebhookRequest signed(DueDelivery delivery) {
    return signRequest.sign(
        delivery.workspaceId(),
        delivery.url(),
        delivery.eventId(),
        clock.instant(),
        delivery.body());
  }

  private void deliverWhatIsDue() {
    due.claim(100).forEach(deliverEvent::deliver);
  }

  /** Pauses and leases are over. */
  private void timePasses() {
    jdbc.sql(
            """
            update webhook_deliveries
            set due_at = now() - interval '1 minute', leased_until = now() - interval '1 minute'
            where workspace_id = :workspace and status = 'pending'
            """)
        .param("workspace", workspace)
        .update();
  }

  private Known tellAll() {
    Known call = calls.ended(workspace, agent, CallChannel.WEB);
    tellCustomer.started(call.started());
    tellCustomer.ended(call.ended());
    tellCustomer.analyzed(call.analyzed());
    return call;
  }

  private void tellStart(String ofAgent) {
    tellCustomer.started(calls.ended(workspace, ofAgent, CallChannel.WEB).started());
  }

  private String agentWith(Receiver webhook) {
    String id =
        api.post("/api/agents", "{\"name\":\"A\"}").body().path("agent").path("id").asString();
    assertThat(api.put("/api/agents/" + id, "{\"webhookUrl\":\"" + webhook.url() + "\"}").status())
        .isEqualTo(200);
    return id;
  }

  private String rotated() {
    return api.post("/api/webhooks/secrets/rotate", null)
        .body()
        .path("secret")
        .path("secret")
        .asString();
  }

  private List<JsonNode> secrets() {
    return List.copyOf(api.get("/api/webhooks/secrets").body().path("secrets").values());
  }

  private List<JsonNode> deliveries(String filter) {
    return List.copyOf(
        api.get("/api/webhooks/deliveries?agentId=" + agent + filter)
            .body()
            .path("deliveries")
            .values());
  }

  private JsonNode delivery(String id) {
    return api.get("/api/webhooks/deliveries/" + id).body().path("delivery");
  }

  private int queued(String body) {
    return api.post("/api/webhooks/redeliver", body).body().path("queued").asInt();
  }

  private String firstEventData() {
    return api.get("/api/events?limit=1").body().path("events").get(0).path("data").toString();
  }
}
