package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
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
        .contains("authorization", "content-type", "x-agent-secret", "x-csrf-token");
    assertThat(Integer.parseInt(answer.header("Access-Control-Max-Age"))).isGreaterThan(600);
    assertThat(answer.headers().allValues("Vary")).contains("Origin");
  }

  @Test
  void answersAForeignPreflightWithoutPermission() {
    Answer answer = request("OPTIONS", "/api/me").with("Origin", FOREIGN).send();

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
    "/api/internal/unknown, 401",
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
  void answersAnUnknownRouteOfTheApiInJson() {
    SignedUp person = signUp();

    for (Answer answer :
        List.of(
            get("/api/unknown").bearer(person.token()).send(),
            get("/api/billing/nothing").bearer(person.token()).send(),
            get("/api/calls/c1/unknown").bearer(person.token()).send(),
            get("/api/internal/nothing").fromAgent().send())) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Not found\"}");
    }
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
            .with("Content-Type", "application/json")
            .body(BodyPublishers.ofByteArray(large))
            .send();
    assertThat(said.status()).isEqualTo(413);
    assertThat(said.body()).isEqualTo("{\"error\":\"Request body too large\"}");

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
  void saysNothingOfWhatItIsMadeOf() {
    Answer answer = get("/health").send();

    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }
}
