package dev.rapidcall.calls.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.webhooks.TellCustomer;
import dev.rapidcall.calls.webhooks.events.CustomerEvents;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows;
import dev.rapidcall.calls.webhooks.testing.KnownCallRows.Known;
import dev.rapidcall.calls.webhooks.testing.Receiver;
import dev.rapidcall.calls.webhooks.testing.WebhooksIT;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.service.identity.InternalTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A workspace with one agent whose webhook is a receiver of the test. */
@WebhooksIT
abstract class CustomerWithWebhook {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired TellCustomer tellCustomer;
  @Autowired KnownCallRows calls;
  @Autowired DueDeliveries due;
  @Autowired NoteAttempt noteAttempt;
  @Autowired CustomerEvents events;
  @Autowired DeliverEvent deliverEvent;
  @Autowired SignRequest signRequest;
  @Autowired Receivers receivers;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  final String workspace = "w-" + UUID.randomUUID();
  final Receiver receiver = Receiver.open();
  Api api;
  String agent;

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

  WebhookRequest signed(DueDelivery delivery) {
    return signRequest.sign(
        delivery.workspaceId(),
        delivery.url(),
        delivery.eventId(),
        clock.instant(),
        events.body(delivery.eventId()));
  }

  void deliverWhatIsDue() {
    due.claim(100).forEach(deliverEvent::deliver);
  }

  /** Pauses and leases are over. */
  void timePasses() {
    jdbc.sql(
            """
            update webhook_deliveries
            set due_at = now() - interval '1 minute', leased_until = now() - interval '1 minute'
            where workspace_id = :workspace and status = 'pending' and due_at is not null
            """)
        .param("workspace", workspace)
        .update();
  }

  Known tellAll() {
    Known call = calls.ended(workspace, agent, CallChannel.WEB);
    tellCustomer.started(call.started());
    tellCustomer.ended(call.ended());
    tellCustomer.analyzed(call.analyzed());
    return call;
  }

  void tellStart(String ofAgent) {
    tellCustomer.started(calls.ended(workspace, ofAgent, CallChannel.WEB).started());
  }

  String agentWith(Receiver webhook) {
    String id =
        api.post("/api/agents", "{\"name\":\"A\"}").body().path("agent").path("id").asString();
    assertThat(api.put("/api/agents/" + id, "{\"webhookUrl\":\"" + webhook.url() + "\"}").status())
        .isEqualTo(200);
    return id;
  }

  String rotated() {
    return api.post("/api/webhooks/secrets/rotate", null)
        .body()
        .path("secret")
        .path("secret")
        .asString();
  }

  List<JsonNode> secrets() {
    return List.copyOf(api.get("/api/webhooks/secrets").body().path("secrets").values());
  }

  List<JsonNode> deliveries(String filter) {
    return List.copyOf(
        api.get("/api/webhooks/deliveries?agentId=" + agent + filter)
            .body()
            .path("deliveries")
            .values());
  }

  /** As if it had been sent. */
  void settle(DueDelivery delivery, DeliveryStatus status) {
    noteAttempt.note(
        delivery,
        clock.instant(),
        new SendResult(status == DeliveryStatus.DELIVERED ? 200 : 500, null, Duration.ZERO),
        new Verdict(status, status == DeliveryStatus.PENDING ? clock.instant() : null));
  }

  JsonNode delivery(String id) {
    return api.get("/api/webhooks/deliveries/" + id).body().path("delivery");
  }

  int queued(String body) {
    return api.post("/api/webhooks/redeliver", body).body().path("queued").asInt();
  }

  String firstEventData() {
    return api.get("/api/events?limit=1").body().path("events").get(0).path("data").toString();
  }
}
