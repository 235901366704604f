package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person at the dashboard, from registering to signing out: each page's requests as it sends
 * them, with its headers, and without a content type where there is no body.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardJourneyE2E {
  private static final String EXACT =
      """
      {"promptDraft":" You answer the phone.\\n\\n  Be brief. ","llmModel":"gpt-4.1-mini",
       "knowledgeFolderIds":[],"maxCallSeconds":300,
       "welcome":{"mode":"ai","aiMessageMode":"custom","aiMessageText":" Hello ","aiDelaySeconds":1.5},
       "voice":{"provider":"elevenlabs","model":"eleven_flash_v2_5","voiceId":"v1"},
       "backgroundAudio":{"preset":"office","ambientVolume":0.30000000000000004,"thinkingVolume":0.1}}
      """;

  private final Client page = Client.of(Platform.gateway()).with("Origin", Platform.origin());
  private Client dashboard = page;
  private String workspace = "";
  private String agent = "";
  private StartedCall call = new StartedCall("", "");

  @Test
  @Order(1)
  void registers() {
    Answer registered =
        page.post(
            "/api/auth/register",
            Map.of(
                "name", "Ada",
                "email", UUID.randomUUID() + "@example.com",
                "password", "a long enough password"));

    assertThat(registered.status()).as(registered.text()).isEqualTo(201);
    List<String> cookies = registered.response().headers().allValues("Set-Cookie");
    String session = cookie(cookies, "auth_token");
    String csrf = cookie(cookies, "csrf_token");
    dashboard =
        page.with("Authorization", "Bearer " + registered.json().path("token").asString())
            .with("Cookie", "auth_token=" + session + "; csrf_token=" + csrf)
            .with("x-csrf-token", csrf);
  }

  @Test
  @Order(2)
  void isAskedThreeTimesWhoThisIs() {
    for (int i = 0; i < 3; i++) {
      JsonNode me = ok(dashboard.get("/api/me"));
      assertThat(me.path("user").path("name").asString()).isEqualTo("Ada");
      assertThat(me.path("workspace").path("name").isString()).isTrue();
      workspace = me.path("workspace").path("id").asString();
    }
    assertSidebar();
  }

  @Test
  @Order(3)
  void makesAnAgent() {
    assertThat(ok(dashboard.get("/api/agents")).path("agents").isEmpty()).isTrue();
    Answer created =
        dashboard.post("/api/agents", Map.of("name", "Front desk", "promptDraft", "Hello."));
    assertThat(created.status()).isEqualTo(201);
    agent = created.json().path("agent").path("id").asString();
  }

  @Test
  @Order(4)
  void getsTheAgentBackExactlyAsItWasSaved() {
    Answer saved =
        dashboard
            .with("Content-Type", "application/json")
            .send("PUT", "/api/agents/" + agent, EXACT);

    JsonNode sent = JsonMapper.shared().readTree(EXACT);
    for (JsonNode shown : List.of(ok(saved), ok(dashboard.get("/api/agents/" + agent)))) {
      sent.properties()
          .forEach(
              field ->
                  assertThat(shown.path("agent").path(field.getKey()))
                      .as(field.getKey())
                      .isEqualTo(field.getValue()));
    }
    JsonNode analytics = ok(dashboard.get("/api/agents/" + agent + "/analytics"));
    assertThat(analytics.path("latest").isNull()).isTrue();
    assertThat(ok(dashboard.get("/api/kb/folders")).path("folders").isArray()).isTrue();
    assertThat(ok(dashboard.get("/api/agents/" + agent + "/variants")).path("variants").isArray())
        .isTrue();
  }

  @Test
  @Order(5)
  void talksToTheAgentAndLeavesByExit() {
    JsonNode started =
        ok(
            dashboard.post(
                "/api/agents/" + agent + "/start",
                Map.of("welcome", Map.of("mode", "ai", "aiMessageMode", "dynamic"))));
    assertThat(started.propertyNames())
        .contains("livekitUrl", "token", "roomName", "callId", "expectedAgentName");
    call = new StartedCall(started.path("callId").asString(), started.path("roomName").asString());
    String played = Sandbox.play(call, Map.of("endedBy", "caller", "talkSeconds", 3));
    Sandbox.awaitStep(played, "caller: joined");
    Sandbox.awaitFinished(played);

    Map<String, Object> end = new HashMap<>();
    end.put("outcome", "ended");
    end.put("transcript", List.of(Map.of("speaker", "You", "role", "user", "text", "Hello")));
    Answer ended = dashboard.post("/api/calls/" + call.id() + "/end", end);

    assertThat(ended.status()).as(ended.text()).isIn(200, 202);
  }

  @Test
  @Order(6)
  void seesTheCallInTheHistoryAndHearsItSoonAfter() {
    JsonNode row = ok(dashboard.get("/api/calls")).path("calls").get(0);
    assertThat(row.path("id").asString()).isEqualTo(call.id());
    assertThat(row.path("to").asString()).isEqualTo("webtest");
    assertThat(row.path("durationSec").isIntegralNumber()).isTrue();

    JsonNode details =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> ok(dashboard.get("/api/calls/" + call.id())).path("call"),
                it -> it.path("recording").path("status").asString("").equals("ready"));
    assertThat(details.path("recording").path("kind").asString()).isEqualTo("egress_s3");
    assertThat(details.path("transcript").isArray()).isTrue();

    JsonNode link = ok(dashboard.get("/api/calls/" + call.id() + "/recording-url"));
    String url = link.path("url").asString();
    Client audio = Client.of(Platform.gateway()).with("Range", "bytes=0-");
    Answer played = audio.get(url.substring(url.indexOf("/api/")));
    assertThat(played.status()).isEqualTo(206);
    assertThat(played.header("Content-Range")).startsWith("bytes 0-");
    assertThat(played.header("Content-Type")).isEqualTo("audio/mpeg");
  }

  @Test
  @Order(7)
  void looksAtTheCallInDetail() {
    String path = "/api/calls/" + call.id();
    JsonNode exported = ok(dashboard.get(path + "/export")).path("call");
    assertThat(exported.path("id").asString()).isEqualTo(call.id());
    assertThat(exported.path("transcript").isArray()).isTrue();

    assertThat(dashboard.post(path + "/evaluations", Map.of("score", 90, "notes", "")).status())
        .isEqualTo(201);
    JsonNode evaluation = ok(dashboard.get(path + "/evaluations")).path("evaluations").get(0);
    assertThat(evaluation.path("score").asInt()).isEqualTo(90);
    assertThat(evaluation.path("source").asString()).isEqualTo("manual");

    Answer judged = dashboard.post(path + "/auto-evaluate");
    assertThat(judged.status()).as(judged.text()).isEqualTo(201);
    assertThat(judged.json().path("evaluation").path("source").asString()).isEqualTo("auto");

    assertThat(dashboard.post(path + "/labels", Map.of("label", "vip")).status()).isEqualTo(201);
    Answer removed = dashboard.send("DELETE", path + "/labels", "{\"label\":\"vip\"}");
    assertThat(removed.status()).isEqualTo(200);
    assertThat(ok(dashboard.get(path + "/labels")).path("labels").isEmpty()).isTrue();
  }

  @Test
  @Order(8)
  void looksAtTheNumbersOfTheWeek() {
    long now = Instant.now().toEpochMilli();
    long week = Duration.ofDays(7).toMillis();
    JsonNode analytics =
        ok(dashboard.get("/api/analytics?from=" + (now - week) + "&to=" + (now + week)));

    assertThat(analytics.path("totals").path("callCount").asInt()).isEqualTo(1);
    assertThat(analytics.path("totals").path("avgDurationSec").asInt(-1)).isBetween(1, 60);
    assertThat(analytics.path("series").get(0).path("calls").asInt()).isEqualTo(1);
    JsonNode latest = ok(dashboard.get("/api/agents/" + agent + "/analytics")).path("latest");
    assertThat(latest.path("callId").asString()).isEqualTo(call.id());
    assertThat(latest.path("tokensTotal").isNumber()).isTrue();
  }

  @Test
  @Order(9)
  void teachesTheAgentSomething() {
    JsonNode folder =
        dashboard.post("/api/kb/folders", Map.of("name", "Opening hours")).json().path("folder");
    String path = "/api/kb/folders/" + folder.path("id").asString();
    Upload upload = Upload.of("application/pdf");

    Answer added =
        dashboard
            .with("Content-Type", upload.contentType())
            .send("POST", path + "/pdf", upload.body());

    assertThat(added.status()).as(added.text()).isEqualTo(201);
    JsonNode shown = ok(dashboard.get(path + "/docs")).path("docs").get(0);
    assertThat(shown.path("kind").asString()).isEqualTo("pdf");
    assertThat(shown.path("sourceFilename").asString()).isEqualTo("hours.pdf");
    assertThat(shown.path("contentText").asString()).contains("We open at nine");
    assertThat(dashboard.delete("/api/kb/docs/" + shown.path("id").asString()).status())
        .isEqualTo(200);
    assertThat(dashboard.delete(path).status()).isEqualTo(200);
  }

  @Test
  @Order(10)
  void looksAtTheBill() {
    for (int i = 0; i < 3; i++) {
      assertSidebar();
    }
    JsonNode invoices = ok(dashboard.get("/api/billing/invoices"));
    assertThat(invoices.path("upcoming").isNull()).isTrue();
    assertThat(invoices.path("history").isArray()).isTrue();
    for (String path : List.of("/upgrade", "/verify-upgrade", "/ensure-subscription")) {
      Answer answer = dashboard.post("/api/billing" + path);
      assertThat(answer.status()).isBetween(400, 402).isNotEqualTo(401);
      assertThat(answer.json().path("error").asString()).isNotBlank();
    }
  }

  @Test
  @Order(11)
  void findsNoNumbersAndIsToldHowItIs() {
    assertThat(ok(dashboard.get("/api/phone-numbers")).path("phoneNumbers").isArray()).isTrue();
    String path = "/api/workspaces/" + workspace;
    JsonNode diagnostics = ok(dashboard.get(path + "/inbound-diagnostics"));
    assertThat(diagnostics.path("originationUrls").isArray()).isTrue();
    for (Answer answer :
        List.of(
            dashboard.post(path + "/twilio/subaccount"),
            dashboard.get(path + "/twilio/available-numbers?country=US&limit=20"),
            dashboard.post(path + "/twilio/buy-number", Map.of("phoneNumber", "+14155550100")))) {
      assertThat(answer.status()).isBetween(400, 402).isNotEqualTo(401);
      assertThat(answer.json().path("error").asString()).isNotBlank();
    }
  }

  @Test
  @Order(12)
  void canCallNobodyYet() {
    assertThat(ok(dashboard.get("/api/outbound/jobs?limit=200")).path("jobs").isArray()).isTrue();
    Map<String, Object> job = new HashMap<>();
    job.put("agentId", agent);
    job.put("phoneE164", "+14155550100");
    job.put("recordingEnabled", true);
    job.put("metadata", Map.of());

    Answer refused = dashboard.post("/api/outbound/jobs", job);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asString()).contains("phone number");
  }

  @Test
  @Order(13)
  void signsOutAndIsOut() {
    Answer out = dashboard.post("/api/auth/logout");

    assertThat(out.status()).isEqualTo(200);
    List<String> cookies = new ArrayList<>(out.response().headers().allValues("Set-Cookie"));
    assertThat(cookies).hasSizeGreaterThanOrEqualTo(2);
    assertThat(cookies).allMatch(it -> it.contains("Max-Age=0") || it.contains("1970"));
    assertThat(dashboard.get("/api/me").status()).isEqualTo(401);
    assertThat(page.get("/api/me").status()).isEqualTo(401);
  }

  /** What every page shows on its side: one missing number blanks the whole application. */
  private void assertSidebar() {
    JsonNode status = ok(dashboard.get("/api/billing/status"));
    assertThat(status.path("mode").asString()).isEqualTo("trial");
    for (String number : List.of("creditUsd", "approxMinutesRemaining")) {
      assertThat(status.path("trial").path(number).isNumber()).as(number).isTrue();
    }
    for (String number : List.of("baseUsdPerMin", "includedTokensPerMin", "tokenOverageUsdPer1K")) {
      assertThat(status.path("pricing").path(number).isNumber()).as(number).isTrue();
    }
    assertThat(status.path("trial").path("allowPstn").isBoolean()).isTrue();
    assertThat(status.path("trial").path("allowNumberPurchase").isBoolean()).isTrue();
    assertThat(status.path("stripe").has("subscriptionId")).isTrue();
    JsonNode usage = ok(dashboard.get("/api/billing/usage-summary"));
    assertThat(usage.path("totalUsd").isNumber()).isTrue();
    assertThat(usage.path("lines").isArray()).isTrue();
  }

  private static JsonNode ok(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(Platform.origin());
    return answer.json();
  }

  private static String cookie(List<String> cookies, String name) {
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }
}
