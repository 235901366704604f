package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import dev.rapidcall.testing.recorded.RecordedWebhooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one call leaves in the log: enough to follow it through every service, and no secret. */
class LogsE2E {
  private static final String REQUEST_ID = "trace-" + UUID.randomUUID();
  private static final String PASSWORD = "a password nobody may read";
  private static final String PHONE = "15557654321";

  private static CapturedLog log;
  private static String session;
  private static String playbackToken;
  private static StartedCall call;
  private static String workspace;

  @BeforeAll
  static void oneCall() {
    log = new CapturedLog();
    Client visitor = Client.of(Platform.gateway()).with("Origin", Platform.origin());
    String email = UUID.randomUUID() + "@example.com";
    Answer registered =
        visitor.post(
            "/api/auth/register", Map.of("name", "Ada", "email", email, "password", PASSWORD));
    workspace = registered.json().path("workspace").path("id").asString();
    session =
        visitor
            .post("/api/auth/login", Map.of("email", email, "password", PASSWORD))
            .json()
            .path("token")
            .asString();
    visitor.post("/api/auth/login", Map.of("email", email, "password", "a wrong password"));
    Client dashboard = visitor.with("Authorization", "Bearer " + session);
    String agent =
        dashboard
            .post("/api/agents", Map.of("name", "Front desk", "promptDraft", "Be brief."))
            .json()
            .path("agent")
            .path("id")
            .asString();
    JsonNode started =
        dashboard
            .with("X-Request-Id", REQUEST_ID)
            .post("/api/agents/" + agent + "/start", Map.of())
            .json();
    call = new StartedCall(started.path("callId").asString(), started.path("roomName").asString());
    String played = Sandbox.play(call, Map.of("endedBy", "agent", "talkSeconds", 2));
    Sandbox.awaitFinished(played);
    String link =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> dashboard.get("/api/calls/" + call.id() + "/recording-url"),
                answer -> answer.status() == 200)
            .json()
            .path("url")
            .asString();
    playbackToken = link.substring(link.indexOf("token=") + "token=".length());
    assertThat(visitor.get(link).status()).isEqualTo(200);
    RecordedWebhooks.of("sip-in").forEach(webhook -> LiveKitWebhooks.send(webhook.body()));
    toolsOf(agent);
  }

  @AfterAll
  static void stop() {
    log.close();
  }

  @Test
  @DisplayName("weakness 25, 30: no password, token, secret or phone number gets into the log")
  void tellsNoSecret() {
    assertThat(log.text())
        .isNotEmpty()
        .doesNotContain(PASSWORD)
        .doesNotContain("a wrong password")
        .doesNotContain(session)
        .doesNotContain(playbackToken)
        .doesNotContain("?token")
        .doesNotContain(Platform.AGENT_SECRET)
        .doesNotContain(Platform.LIVEKIT_SECRET)
        .doesNotContain(Platform.metricsToken())
        .doesNotContain("eyJ")
        .doesNotContain(PHONE);
  }

  @Test
  @DisplayName("weakness 30: the id of a request is in its line of each service and in its event")
  void followsARequestThroughTheServices() {
    Predicate<JsonNode> ofTheRequest = line -> field(line, "requestId").equals(REQUEST_ID);
    List<JsonNode> access = lines(ofTheRequest.and(line -> line.has("method")));

    assertThat(access).as("gateway and call-service").hasSize(2);
    assertThat(access)
        .allSatisfy(
            line -> {
              assertThat(field(line, "route")).isEqualTo("/api/agents/:id/start");
              assertThat(line.path("status").asInt()).isEqualTo(200);
              assertThat(line.path("ms").asLong()).isNotNegative();
              assertThat(field(line, "workspaceId")).isEqualTo(workspace);
              assertThat(field(line, "caller")).isNotEmpty();
              assertThat(field(line, "path")).doesNotContain("?");
            });
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(lines(ofTheRequest))
                    .anyMatch(
                        line ->
                            field(line, "consumer").equals("recordings.calls")
                                && field(line, "eventType").equals("rapidcall.call.started.v1")
                                && field(line, "eventId").equals("started:" + call.id())
                                && field(line, "callId").equals(call.id())));
  }

  @Test
  void linesOfARequestNameItsWorkspaceAndItsCall() {
    assertThat(lines(line -> field(line, "message").startsWith("[agents.start]")))
        .anyMatch(
            line ->
                field(line, "workspaceId").equals(workspace)
                    && field(line, "requestId").equals(REQUEST_ID));
    assertThat(lines(line -> field(line, "route").equals("/api/calls/:id/recording-playback")))
        .isNotEmpty()
        .allMatch(line -> field(line, "callId").equals(call.id()));
  }

  @Test
  void carriesTheTagsThatOperatorsSearchFor() {
    for (String tag :
        List.of(
            "[auth.register]",
            "[auth.login]",
            "[agents.start]",
            "[livekit.webhook]",
            "[internal.transcript]",
            "[internal.calls.end]",
            "[internal.agents.config]")) {
      assertThat(lines(line -> field(line, "message").startsWith(tag))).as(tag).isNotEmpty();
    }
  }

  private static void toolsOf(String agent) {
    assertThat(
            Client.of(Platform.gateway())
                .with("x-agent-secret", Platform.AGENT_SECRET)
                .get("/api/internal/agents/config?agentId=" + agent)
                .status())
        .isEqualTo(200);
  }

  private static List<JsonNode> lines(Predicate<JsonNode> wanted) {
    return log.lines().stream().filter(wanted).toList();
  }

  private static String field(JsonNode line, String name) {
    return line.path(name).asString("");
  }
}
