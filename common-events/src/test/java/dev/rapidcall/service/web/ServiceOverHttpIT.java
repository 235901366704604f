package dev.rapidcall.service.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.ServiceApplication;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.errors.ApiException.Conflict;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A service that has nothing but the common ground, asked over HTTP. */
class ServiceOverHttpIT {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static @Nullable ConfigurableApplicationContext service;
  private static URI base = URI.create("http://127.0.0.1");
  private static final HttpClient http = HttpClient.newHttpClient();

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Things.class)
  static class SmallService {}

  record Nested(@Positive int size) {}

  record Thing(@Size(min = 1, max = 5) String name, @Nullable @Valid Nested nested) {}

  record Named(@Nullable String name) {}

  @RestController
  static class Things {
    @GetMapping("/caller")
    Map<String, Object> caller(Caller caller) {
      return Map.of("subject", caller.subject(), "workspace", caller.workspace().value());
    }

    @PostMapping("/things")
    Thing echo(@Valid @RequestBody Thing thing) {
      return thing;
    }

    @GetMapping("/named")
    Map<String, String> named(Named who) {
      return Map.of("name", String.valueOf(who.name()));
    }

    @GetMapping("/time")
    Map<String, Instant> time() {
      return Map.of("at", Instant.ofEpochMilli(1_795_392_315_229L));
    }

    @GetMapping("/fails/{how}")
    void fails(@PathVariable String how) {
      switch (how) {
        case "away" -> throw new Unavailable("Broker not reachable", 3);
        case "conflict" -> throw new Conflict("Not ready", Map.of("status", "recording"));
        default -> throw new IllegalStateException("secret inside");
      }
    }
  }

  @BeforeAll
  static void start() {
    service =
        ServiceApplication.run(
            SmallService.class,
            "small-service",
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--rapidcall.environment.variables.NOTHING=text",
            "--rapidcall.database.schema=nothing",
            "--DATABASE_URL=postgresql://nobody@127.0.0.1/nothing",
            "--KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1",
            "--INTERNAL_TOKEN_KEY=" + KEY,
            "--rapidcall.messaging.enabled=false",
            "--spring.autoconfigure.exclude="
                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                + "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration");
    base =
        URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
  }

  @AfterAll
  static void stop() {
    requireNonNull(service).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=x", "%12=x", "a%00b=1"})
  void malformedParametersAreTheSendersFault(String query) throws Exception {
    HttpResponse<String> answer = get("/named?" + query, token());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Malformed parameters\"}");
  }

  @Test
  void answersHealthToEverybody() throws Exception {
    assertThat(get("/health", null).body()).isEqualTo("{\"ok\":true}");
    assertThat(get("/actuator/health", null).body()).contains("\"status\":\"UP\"");
  }

  @Test
  void refusesWhoBringsNoTokenOrABadOne() throws Exception {
    for (String token : new String[] {null, "nonsense"}) {
      HttpResponse<String> answer = get("/caller", token);

      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Not signed in\"}");
    }
  }

  @Test
  void tellsTheControllerWhoAsks() throws Exception {
    assertThat(get("/caller", token()).body())
        .contains("\"subject\":\"u1\"", "\"workspace\":\"w1\"");
  }

  @Test
  void answersAnUnknownRouteInJson() throws Exception {
    HttpResponse<String> answer = get("/nowhere", token());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Not found\"}");
  }

  @Test
  void tellsBrokenRulesPerTopLevelField() throws Exception {
    HttpResponse<String> answer = post("{\"name\":\"\",\"nested\":{\"size\":0},\"other\":1}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith("{\"error\":\"Validation failed\",\"details\":")
        .contains("\"formErrors\":[]", "\"name\":[\"", "\"nested\":[\"");
  }

  @Test
  void tellsAWrongTypeByItsField() throws Exception {
    assertThat(post("{\"name\":5}").body())
        .contains("\"fieldErrors\":{\"name\":[\"Invalid type or value\"]}");
  }

  @Test
  void tellsAMissingBodyForTheWhole() throws Exception {
    for (String body : new String[] {"", "[]", "\"text\""}) {
      HttpResponse<String> answer = post(body);

      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.body())
          .as(body)
          .contains("\"formErrors\":[\"A JSON object is required\"]", "\"fieldErrors\":{}");
    }
  }

  @Test
  @DisplayName("a body that is no JSON is a missing body, never a 415 or a 500")
  void takesABodyOfAnotherKindForMissing() throws Exception {
    for (String kind :
        new String[] {
          "application/x-www-form-urlencoded", "text/plain", "application/octet-stream", "text/x y"
        }) {
      HttpResponse<String> answer =
          send(things("name=abc").setHeader("Content-Type", kind).build());

      assertThat(answer.statusCode()).as(kind).isEqualTo(400);
      assertThat(answer.body())
          .as(kind)
          .contains("\"formErrors\":[\"A JSON object is required\"]", "\"fieldErrors\":{}");
    }
  }

  @Test
  void saysHowAPathMayBeAskedThatIsAskedInAnotherWay() throws Exception {
    HttpResponse<String> answer = get("/things", token());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).contains("POST");
    assertThat(answer.body()).isEqualTo("{\"error\":\"Method Not Allowed\"}");
  }

  @Test
  void tellsAProblemByRfc9457ToWhoAsksForIt() throws Exception {
    String wish = "application/json, application/problem+json;q=0.9";

    HttpResponse<String> conflict = accepting(wish, "/fails/conflict", token());
    assertThat(conflict.statusCode()).isEqualTo(409);
    assertThat(conflict.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(conflict.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Conflict\",\"status\":409,"
                + "\"detail\":\"Not ready\"}");
    HttpResponse<String> invalid =
        send(things("{\"name\":5}").header("Accept", "application/problem+json").build());
    assertThat(invalid.body())
        .contains("\"status\":400", "\"detail\":\"Validation failed\"", "\"name\":[\"");
    for (String path : new String[] {"/caller", "/nowhere", "/fails/away", "/things/%2e%2e/x"}) {
      HttpResponse<String> answer = accepting(wish, path, path.equals("/caller") ? null : token());
      assertThat(answer.body()).as(path).startsWith("{\"type\":\"about:blank\"");
      assertThat(answer.headers().firstValue("Content-Type"))
          .as(path)
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }
  }

  @Test
  void callsNoSuccessAProblem() throws Exception {
    HttpResponse<String> answer = accepting("application/problem+json", "/time", token());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void keepsThePlainShapeForWhoAsksForAnything() throws Exception {
    for (String accept : new String[] {"*/*", "application/*", "no media type", "text/html"}) {
      assertThat(accepting(accept, "/nowhere", token()).body())
          .as(accept)
          .isEqualTo("{\"error\":\"Not found\"}");
    }
  }

  @Test
  void refusesWhatIsNoJson() throws Exception {
    HttpResponse<String> answer = post("{\"name\":");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Malformed JSON\"}");
  }

  @Test
  void writesTimesAsMilliseconds() throws Exception {
    assertThat(get("/time", token()).body()).isEqualTo("{\"at\":1795392315229}");
  }

  @Test
  void saysWhenToTryAgain() throws Exception {
    HttpResponse<String> answer = get("/fails/away", token());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("3");
    assertThat(answer.body()).isEqualTo("{\"error\":\"Broker not reachable\"}");
  }

  @Test
  void addsFurtherKeysBesideTheError() throws Exception {
    assertThat(get("/fails/conflict", token()).body())
        .isEqualTo("{\"error\":\"Not ready\",\"status\":\"recording\"}");
  }

  @Test
  void saysNothingOfTheInside() throws Exception {
    HttpResponse<String> answer = get("/fails/badly", token());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Internal server error\"}");
  }

  @Test
  void refusesAPathThatTriesTricksInJson() throws Exception {
    HttpResponse<String> answer = get("/things/%2e%2e/caller", token());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).startsWith("{\"error\":");
  }

  @Test
  void keepsASaneRequestIdAndMakesOneOtherwise() throws Exception {
    assertThat(requestId("abc-123_def.4567")).isEqualTo("abc-123_def.4567");
    assertThat(requestId("bad id with spaces")).isNotEqualTo("bad id with spaces").hasSize(36);
  }

  private static String requestId(String given) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/health")).header("X-Request-Id", given).build();
    return http.send(request, BodyHandlers.ofString())
        .headers()
        .firstValue("X-Request-Id")
        .orElseThrow();
  }

  private static String token() {
    return new InternalTokens(List.of(new Secret(KEY)), Clock.systemUTC())
        .mint(Caller.user("u1", new WorkspaceId("w1")), "request-1");
  }

  private static HttpResponse<String> get(String path, @Nullable String token)
      throws IOException, InterruptedException {
    return accepting("application/json", path, token);
  }

  private static HttpResponse<String> accepting(String accept, String path, @Nullable String token)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).header("Accept", accept);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request.build());
  }

  private static HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return send(things(body).build());
  }

  private static HttpRequest.Builder things(String body) {
    return HttpRequest.newBuilder(base.resolve("/things"))
        .header("Authorization", "Bearer " + token())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }
}
