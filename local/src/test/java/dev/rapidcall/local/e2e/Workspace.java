package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.Client.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A person with a workspace and one agent, at the dashboard. */
final class Workspace {
  static final String PASSWORD = "a long enough password";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final Client dashboard;
  final String email;
  final String agentId;

  private Workspace(Client dashboard, String email, String agentId) {
    this.dashboard = dashboard;
    this.email = email;
    this.agentId = agentId;
  }

  static Workspace registered() {
    String email = UUID.randomUUID() + "@example.com";
    Client visitor = Client.of(Platform.gateway()).with("Origin", Platform.origin());
    Answer registered =
        visitor.post(
            "/api/auth/register",
            Map.of(
                "name", "Ada",
                "email", email,
                "password", PASSWORD));
    assertThat(registered.status()).isEqualTo(201);
    Client dashboard =
        visitor.with("Authorization", "Bearer " + registered.json().path("token").asString());
    Answer created =
        dashboard.post(
            "/api/agents", Map.of("name", "Front desk", "promptDraft", "You answer the phone."));
    assertThat(created.status()).isEqualTo(201);
    return new Workspace(dashboard, email, created.json().path("agent").path("id").asString());
  }

  StartedCall start() {
    Answer started = dashboard.post("/api/agents/" + agentId + "/start", Map.of());
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    JsonNode json = started.json();
    return new StartedCall(json.path("callId").asString(), json.path("roomName").asString());
  }

  JsonNode call(StartedCall call) {
    return dashboard.get("/api/calls/" + call.id()).json().path("call");
  }

  JsonNode awaitCall(StartedCall call, Predicate<JsonNode> isSo) {
    return await().atMost(PATIENCE).until(() -> call(call), isSo);
  }

  JsonNode awaitRecording(StartedCall call, String status) {
    return awaitCall(call, it -> it.path("recording").path("status").asString("").equals(status));
  }

  /** The bill of a call once it has been rated with all that the agent reported. */
  JsonNode awaitBill(StartedCall call) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> dashboard.get("/api/billing/calls/" + call.id()),
            answer -> answer.status() == 200 && answer.json().path("usageKnown").asBoolean())
        .json();
  }

  List<String> timelineTypes(StartedCall call) {
    return dashboard
        .get("/api/calls/" + call.id() + "/timeline")
        .json()
        .path("events")
        .values()
        .stream()
        .map(event -> event.path("type").asString())
        .toList();
  }

  /** A call that was started. */
  record StartedCall(String id, String room) {}
}
