package dev.rapidcall.gateway.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.StandInOwner;
import dev.rapidcall.gateway.testing.StandInOwner.Seen;
import dev.rapidcall.service.identity.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RoutingIT extends GatewayIT {
  @Autowired private JwtDecoder tokens;

  @ParameterizedTest
  @CsvSource({
    "GET, /api/agents",
    "POST, /api/agents",
    "GET, /api/agents/a1",
    "PUT, /api/agents/a1",
    "DELETE, /api/agents/a1",
    "POST, /api/agents/a1/start",
    "GET, /api/calls",
    "GET, /api/calls/call_r",
    "GET, /api/calls/call_r/timeline",
    "GET, /api/calls/call_r/recording",
    "GET, /api/calls/call_r/recording-url",
    "GET, /api/billing/usage-summary",
  })
  void passesOnInTheNameOfThePersonAndWithoutHisCredentials(String method, String path) {
    OWNER.json(path, 200, "{\"from\":\"owner\"}");
    SignedUp person = signUp();

    Answer answer =
        request(method, path + "?from=1&to=a%2Bb%20c")
            .fromDashboard()
            .bearer(person.token())
            .with("Cookie", "auth_token=" + person.token())
            .with("x-csrf-token", "t")
            .with("X-Request-Id", "route-" + path.length() + "-abc")
            .send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"from\":\"owner\"}");
    Seen seen = OWNER.seenAt(path).getLast();
    assertThat(seen.method()).isEqualTo(method);
    assertThat(seen.query()).isEqualTo("from=1&to=a%2Bb%20c");
    assertThat(seen.header("Cookie")).isEmpty();
    assertThat(seen.header("x-csrf-token")).isEmpty();
    assertThat(seen.header("X-Request-Id")).isEqualTo("route-" + path.length() + "-abc");
    Jwt token = tokens.decode(seen.header("Authorization").substring("Bearer ".length()));
    assertThat(Caller.of(token))
        .isEqualTo(Caller.user(person.userId(), new WorkspaceId(person.workspaceId())));
    assertThat(token.getId()).isEqualTo("route-" + path.length() + "-abc");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/agents",
    "POST, /api/agents/a1/start",
    "GET, /api/calls/call_r",
    "GET, /api/calls/call_r/recording",
    "GET, /api/billing/usage-summary",
  })
  void letsNobodyPassWithoutSession(String method, String path) {
    assertThat(request(method, path).fromDashboard().send().status()).isEqualTo(401);
    assertThat(request(method, path).fromAgent().send().status()).isEqualTo(401);
  }

  @Test
  void passesAPlaybackOnForEverybody() {
    String path = "/api/calls/call_r/recording-playback";
    OWNER.json(path, 200, "{}");

    assertThat(get(path + "?token=1795392315.abc").send().status()).isEqualTo(200);

    Seen seen = OWNER.seenAt(path).getLast();
    assertThat(seen.query()).isEqualTo("token=1795392315.abc");
    assertThat(Caller.of(tokens.decode(seen.header("Authorization").substring("Bearer ".length()))))
        .isEqualTo(Caller.anybody());
  }

  @Test
  void passesOnThatAPlaybackTokenIsBad() {
    String path = "/api/calls/call_bad/recording-playback";
    OWNER.json(path, 401, "{\"error\":\"Invalid or expired playback token\"}");

    assertThat(get(path + "?token=1.x").send().status()).isEqualTo(401);
  }

  @Test
  void passesRangesBothWays() {
    String path = "/api/calls/call_range/recording-playback";
    OWNER.at(
        path,
        (exchange, request) -> {
          exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
          exchange.getResponseHeaders().set("Content-Range", "bytes 2-4/10");
          exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
          exchange.getResponseHeaders().set("Cache-Control", "private, max-age=0, no-store");
          exchange.getResponseHeaders().set("X-Request-Id", "the-owners-own");
          exchange.sendResponseHeaders(206, 3);
          exchange.getResponseBody().write("cde".getBytes(UTF_8));
        });

    Answer answer = get(path).with("Range", "bytes=2-4").fromDashboard().send();

    assertThat(OWNER.seenAt(path).getLast().header("Range")).isEqualTo("bytes=2-4");
    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo("cde");
    assertThat(answer.header("Content-Range")).isEqualTo("bytes 2-4/10");
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.header("Content-Length")).isEqualTo("3");
    assertThat(answer.headers().allValues("Cache-Control"))
        .containsExactly("private, max-age=0, no-store");
    assertThat(answer.headers().allValues("X-Request-Id"))
        .hasSize(1)
        .doesNotContain("the-owners-own");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);
  }

  @Test
  void streamsAnAnswerWhileItIsStillMade() throws Exception {
    String path = "/api/calls/call_stream/recording-playback";
    CountDownLatch firstHalfArrived = new CountDownLatch(1);
    byte[] half = new byte[64 * 1024];
    OWNER.at(
        path,
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, 2L * half.length);
          exchange.getResponseBody().write(half);
          exchange.getResponseBody().flush();
          await(firstHalfArrived);
          exchange.getResponseBody().write(half);
        });

    HttpResponse<InputStream> answer = get(path).send(BodyHandlers.ofInputStream());

    try (InputStream body = answer.body()) {
      assertThat(body.readNBytes(half.length / 2)).hasSize(half.length / 2);
      firstHalfArrived.countDown();
      assertThat(body.readAllBytes()).hasSize(half.length + half.length / 2);
    }
  }

  @Test
  void passesBodiesOn() {
    OWNER.json("/api/agents", 201, "{\"agent\":{}}");
    SignedUp person = signUp();

    Answer answer =
        post("/api/agents")
            .fromDashboard()
            .bearer(person.token())
            .json("{\"name\":\"Ä agent\"}")
            .send();
    assertThat(answer.status()).isEqualTo(201);
    assertThat(new String(OWNER.seenAt("/api/agents").getLast().body(), UTF_8))
        .isEqualTo("{\"name\":\"Ä agent\"}");

    byte[] chunked = "{\"name\":\"chunked\"}".getBytes(UTF_8);
    post("/api/agents")
        .fromDashboard()
        .bearer(person.token())
        .with("Content-Type", "application/json")
        .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(chunked)))
        .send();
    assertThat(OWNER.seenAt("/api/agents").getLast().body()).isEqualTo(chunked);
  }

  @Test
  void blamesNoOwnerForABodyThatIsTooLarge() {
    OWNER.json("/api/agents", 201, "{\"agent\":{}}");
    SignedUp person = signUp();
    byte[] large = new byte[11 * 1024 * 1024];

    Answer answer =
        post("/api/agents")
            .fromDashboard()
            .bearer(person.token())
            .with("Content-Type", "application/json")
            .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
            .send();

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void passesTheOwnersErrorsOn() {
    OWNER.json("/api/calls/call_none", 404, "{\"error\":\"Call not found\"}");
    SignedUp person = signUp();

    Answer answer = get("/api/calls/call_none").bearer(person.token()).send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Call not found\"}");
  }

  @Test
  void doesNotTellAPersonThatHisSessionIsOverWhenItIsOurTokenThatWasRefused() {
    OWNER.json("/api/calls/call_401", 401, "{\"error\":\"Not signed in\"}");
    SignedUp person = signUp();

    Answer answer = get("/api/calls/call_401").bearer(person.token()).send();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotEmpty();
  }

  @Test
  void saysWhenToComeAgainIfTheOwnerIsAway() {
    OWNER.at("/api/calls/call_away", (exchange, request) -> StandInOwner.breakOff(exchange));
    SignedUp person = signUp();

    Answer answer = get("/api/calls/call_away").bearer(person.token()).send();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("2");
    assertThat(answer.json().at("/error").stringValue()).isNotBlank();
  }

  @Test
  void passesAFormOnAsItCame() {
    OWNER.json("/api/agents", 400, "{\"error\":\"Validation failed\"}");
    SignedUp person = signUp();

    Answer answer =
        post("/api/agents?b=2").fromDashboard().bearer(person.token()).form("a=1&a=%C3%84").send();

    assertThat(answer.status()).isEqualTo(400);
    Seen seen = OWNER.seenAt("/api/agents").getLast();
    assertThat(new String(seen.body(), UTF_8)).isEqualTo("a=1&a=%C3%84");
    assertThat(seen.query()).isEqualTo("b=2");
    assertThat(seen.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
  }

  @Test
  void passesOnAPostThatHasNoBodyAndNoType() {
    String path = "/api/calls/call_nobody/auto-evaluate";
    OWNER.json(path, 201, "{}");
    SignedUp person = signUp();

    assertThat(post(path).fromDashboard().bearer(person.token()).send().status()).isEqualTo(201);

    Seen seen = OWNER.seenAt(path).getLast();
    assertThat(seen.body()).isEmpty();
    assertThat(seen.header("Content-Type")).isEmpty();
  }

  @Test
  void passesTheBodyOfADeletionOn() {
    String path = "/api/calls/call_label/labels";
    OWNER.json(path, 200, "{\"ok\":true}");
    SignedUp person = signUp();

    request("DELETE", path).fromDashboard().bearer(person.token()).json("{\"label\":\"x\"}").send();

    Seen seen = OWNER.seenAt(path).getLast();
    assertThat(seen.method()).isEqualTo("DELETE");
    assertThat(new String(seen.body(), UTF_8)).isEqualTo("{\"label\":\"x\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/agents",
        "/api/calls",
        "/api/calls/call_head",
        "/api/calls/call_head/recording",
        "/api/calls/call_head/recording-url",
        "/api/calls/call_head/recording-playback",
      })
  void answersWhatIsAskedByHeadLikeAGetWithoutABody(String path) {
    OWNER.json(path, 200, "{\"from\":\"owner\"}");
    SignedUp person = signUp();

    Answer answer = request("HEAD", path).bearer(person.token()).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Content-Length")).isEqualTo("16");
    assertThat(OWNER.seenAt(path).getLast().method()).isEqualTo("HEAD");
  }

  @Test
  void letsTheOwnerKnowHowErrorsAreWished() {
    String path = "/api/calls/call_problem";
    OWNER.at(
        path,
        (exchange, request) -> {
          exchange.getResponseHeaders().set("Content-Type", request.header("Accept"));
          exchange.sendResponseHeaders(404, -1);
        });
    SignedUp person = signUp();

    Answer answer =
        get(path).bearer(person.token()).with("Accept", "application/problem+json").send();

    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void givesEachSecurityHeaderOnceAndLeavesTheCacheToTheOwner() {
    String path = "/api/calls/call_headers";
    OWNER.at(
        path,
        (exchange, request) -> {
          exchange.getResponseHeaders().set("X-Frame-Options", "SAMEORIGIN");
          exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
          exchange.getResponseHeaders().set("Cache-Control", "private, max-age=60");
          exchange.getResponseHeaders().set("Server", "owner/1.0");
          StandInOwner.answer(exchange, 200, "{}");
        });
    SignedUp person = signUp();

    Answer answer = get(path).bearer(person.token()).send();

    assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("private, max-age=60");
    assertThat(answer.header("Server")).isEmpty();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IOException("the first half never arrived");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
