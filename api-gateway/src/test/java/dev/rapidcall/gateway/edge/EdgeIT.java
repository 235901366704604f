package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.Request;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeIT extends GatewayIT {
  private static final String FOREIGN = "https://evil.example.com";
  private static final String LOGIN = "{\"email\":\"a@example.com\",\"password\":\"x\"}";

  @Test
  void isHealthy() {
    assertThat(get("/health").send().body()).isEqualTo("{\"ok\":true}");
    assertThat(get("/actuator/health").send().status()).isEqualTo(200);
  }

  @Test
  void answersAPreflightOfOurPages() {
    Answer answer =
        request("OPTIONS", "/api/me")
            .with("Origin", "https://app.example.com")
            .with("Access-Control-Request-Method", "GET")
            .with("Access-Control-Request-Headers", "authorization,x-csrf-token")
            .send();

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Allow-Methods"))
        .isEqualTo("GET,POST,PUT,PATCH,DELETE,OPTIONS");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("authorization", "content-type", "x-agent-secret")
        .contains("x-csrf-token", "x-workspace-id", "idempotency-key");
    assertThat(Integer.parseInt(answer.header("Access-Control-Max-Age"))).isGreaterThan(600);
    assertThat(answer.headers().allValues("Vary")).contains("Origin");
  }

  @Test
  void answersAForeignPreflightWithoutPermission() {
    Answer answer = request("OPTIONS", "/api/me").with("Origin", FOREIGN).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    assertThat(answer.body()).isEqualTo("GET, HEAD");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
  }

  @Test
  void letsOurPagesReadAnswersAndErrors() {
    Answer answer = get("/api/me").fromDashboard().send();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .contains("content-range", "accept-ranges", "content-length");
  }

  @Test
  void servesAForeignReadWithoutCorsHeaders() {
    Answer answer = get("/health").with("Origin", FOREIGN).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void demandsOneOfOurPagesForAChange() {
    SignedUp person = signUp();

    for (Answer refused :
        List.of(
            post("/api/auth/logout").bearer(person.token()).send(),
            post("/api/auth/logout").bearer(person.token()).with("Origin", FOREIGN).send(),
            post("/api/auth/logout").bearer(person.token()).with("Origin", "null").send(),
            post("/api/auth/logout").bearer(person.token()).with("Referer", FOREIGN + "/x").send(),
            post("/api/auth/logout").bearer(person.token()).with("x-agent-secret", "wrong").send(),
            request("DELETE", "/api/agents/a").bearer(person.token()).send(),
            post("/api/unknown").send())) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body()).isEqualTo("{\"error\":\"Origin not allowed\"}");
    }
    Answer byReferer =
        post("/api/auth/logout")
            .bearer(person.token())
            .with("Referer", DASHBOARD + "/agents?x=1")
            .send();
    assertThat(byReferer.status()).isEqualTo(200);
  }

  @Test
  void signsInWithoutOriginButNotFromAForeignPage() {
    assertThat(post("/api/auth/login").json(LOGIN).send().status()).isEqualTo(401);
    assertThat(post("/api/auth/login").with("Origin", FOREIGN).json(LOGIN).send().status())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/internal/calls/call_x/transcript, 401",
    "/api/internal/calls/call_x/end, 401",
    "/api/calls/call_x/metrics, 403",
  })
  void refusesTheAgentWithoutSecret(String path, int status) {
    assertThat(post(path).json("{}").send().status()).isEqualTo(status);
    assertThat(post(path).with("x-agent-secret", "wrong").json("{}").send().status())
        .isEqualTo(401);
    SignedUp person = signUp();
    assertThat(post(path).fromDashboard().bearer(person.token()).json("{}").send().status())
        .isEqualTo(401);
  }

  @Test
  void takesEveryLiveSecretOfTheAgent() {
    for (String secret : List.of("old-agent-secret", AGENT_SECRET, " " + AGENT_SECRET + " ")) {
      assertThat(
              post("/api/internal/calls/call_x/transcript")
                  .with("x-agent-secret", secret)
                  .json("{\"transcript\":[]}")
                  .send()
                  .status())
          .isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/", "/favicon.ico"})
  void answersAnUnknownPathInJson(String path) {
    Answer answer = get(path).send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Not found\"}");
  }

  @Test
  @DisplayName("weakness 30: an unknown route is a 404 in JSON, whoever asks")
  void answersAnUnknownRouteOfTheApiInJson() {
    SignedUp person = signUp();

    for (Answer answer :
        List.of(
            get("/api/unknown").send(),
            get("/api/unknown").bearer("nonsense").send(),
            post("/api/unknown").fromDashboard().json("{}").send(),
            get("/api/internal/nothing").send(),
            get("/api/unknown").bearer(person.token()).send(),
            get("/api/calls/c1/unknown").bearer(person.token()).send(),
            get("/api/internal/nothing").fromAgent().send())) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Not found\"}");
    }
    assertThat(get("/api/agents").send().status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /api/me, 'GET, HEAD'",
    "GET, /api/auth/login, POST",
    "DELETE, /api/calls/call_1, 'GET, HEAD'",
    "GET, /api/calls/call_1/end, POST",
    "POST, /api/analytics, 'GET, HEAD'",
    "GET, /api/internal/calls/call_1/end, POST",
  })
  void saysHowAPathMayBeAsked(String method, String path, String allowed) {
    Answer answer = request(method, path).fromDashboard().send();

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("Allow")).isEqualTo(allowed);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Method Not Allowed\"}");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/calls/..%2Fname/end", "/api//me", "/api/me;x=1", "/api/%00", "/%2e%2e/x"})
  void refusesPathsThatTryTricks(String path) {
    Answer answer = get(path).send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().has("error")).isTrue();
  }

  /** A door must not open because somebody writes its name in another way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/%69nternal/calls/call_x/transcript",
        "/%61pi/internal/calls/call_x/transcript",
        "/api/calls/call_x/%6detrics",
        "/%61pi/calls/call_x/end",
        "/%61pi/agents",
      })
  void demandsTheSameOfAPathWrittenInAnotherWay(String path) {
    SignedUp person = signUp();
    boolean agents = !path.endsWith("end") && !path.endsWith("agents");

    assertThat(post(path).fromDashboard().json("{}").send().status()).isEqualTo(401);
    if (agents) {
      assertThat(post(path).fromDashboard().bearer(person.token()).json("{}").send().status())
          .isEqualTo(401);
    }
  }

  @Test
  void refusesABodyThatIsTooLargeWhetherItsLengthIsSaidOrNot() {
    byte[] large = new byte[10 * 1024 * 1024 + 1];
    Answer said =
        post("/api/internal/calls/call_x/transcript")
            .fromAgent()
            .fromDashboard()
            .with("Content-Type", "application/json")
            .body(BodyPublishers.ofByteArray(large))
            .send();
    assertThat(said.status()).isEqualTo(413);
    assertThat(said.body()).isEqualTo("{\"error\":\"Request body too large\"}");
    assertThat(said.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);

    Arrays.fill(large, (byte) ' ');
    Answer unsaid =
        post("/api/internal/calls/call_x/transcript")
            .fromAgent()
            .with("Content-Type", "application/json")
            .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .send();
    assertThat(unsaid.status()).isEqualTo(413);
  }

  @Test
  void namesEveryAnswerByTheRequestsId() {
    assertThat(get("/health").send().header("X-Request-Id")).hasSize(36);
    assertThat(
            get("/api/me")
                .with("X-Request-Id", "my-request-1")
                .send()
                .headers()
                .allValues("X-Request-Id"))
        .containsExactly("my-request-1");
  }

  @Test
  @DisplayName("weakness 30: every answer says how little a browser may do with it")
  void sendsSecurityHeadersWithEveryAnswer() {
    SignedUp person = signUp();
    for (Answer answer :
        List.of(
            get("/health").send(),
            get("/api/me").send(),
            get("/api/me").bearer(person.token()).send(),
            get("/nowhere").send(),
            get("/api//me").send(),
            post("/api/auth/logout").send(),
            request("OPTIONS", "/api/me").fromDashboard().send(),
            post("/api/livekit/webhook").json("{}").send())) {
      assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
      assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .containsExactly("default-src 'none'; frame-ancestors 'none'");
      assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
      assertThat(answer.header("Strict-Transport-Security")).isEmpty();
      assertThat(answer.header("Server")).isEmpty();
      assertThat(answer.header("X-Powered-By")).isEmpty();
    }
    assertThat(
            get("/health")
                .with("X-Forwarded-Proto", "https")
                .send()
                .header("Strict-Transport-Security"))
        .startsWith("max-age=");
    assertThat(get("/docs/page").send().header("Content-Security-Policy"))
        .contains("default-src 'self'", "frame-ancestors 'none'");
  }

  @Test
  @DisplayName("weakness 30: malformed JSON is refused in JSON, and pages may read it")
  void refusesMalformedJson() {
    Answer answer =
        post("/api/internal/calls/call_x/end").fromAgent().fromDashboard().json("{\"a\":").send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Malformed JSON\"}");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);
  }

  @Test
  void takesABodyThatIsNoJsonForNone() {
    for (String kind : List.of("text/plain", "application/x-www-form-urlencoded", "image/png")) {
      Answer answer =
          post("/api/internal/calls/call_x/end")
              .fromAgent()
              .with("Content-Type", kind)
              .text("outcome=x")
              .send();
      assertThat(answer.status()).as(kind).isEqualTo(400);
      assertThat(answer.body()).as(kind).contains("Validation failed", "A JSON object is required");
    }
  }

  @Test
  void tellsErrorsAsProblemsToWhoAsksForThem() {
    for (Request request :
        List.of(
            get("/api/me"),
            get("/nowhere"),
            post("/api/me"),
            post("/api/auth/login").json("{}"),
            post("/api/auth/logout").bearer("x"),
            get("/api//me"))) {
      Answer answer = request.with("Accept", "application/problem+json").send();
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.json().at("/status").intValue()).isEqualTo(answer.status());
      assertThat(answer.json().at("/detail").stringValue()).isNotBlank();
    }
  }

  @Test
  void signsOutWithoutABodyAndItsType() {
    SignedUp person = signUp();

    assertThat(post("/api/auth/logout").fromDashboard().bearer(person.token()).send().status())
        .isEqualTo(200);
  }
}
