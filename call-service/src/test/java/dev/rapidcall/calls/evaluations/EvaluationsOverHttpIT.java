package dev.rapidcall.calls.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class EvaluationsOverHttpIT {
  private static final String GOOD = "{\"score\":80,\"notes\":\"Friendly.\"}";

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;
  @Autowired Evaluations evaluations;

  private final String workspace = "evaluations-" + UUID.randomUUID();
  private Api us;
  private Api them;
  private Api nobody;
  private String call = "";
  private String path = "";

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(workspace);
    them = nobody.as("others");
    call = SomeCall.of(workspace).keep(jdbc);
    path = "/api/calls/" + call + "/evaluations";
  }

  @Test
  void aPersonsVerdictIsKeptAndTheNewestIsFirst() {
    JsonNode first = us.post(path, GOOD).body().path("evaluation");
    Answer second = us.post(path, "{\"score\":0}");

    assertThat(second.status()).isEqualTo(201);
    assertThat(first.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "callId",
            "workspaceId",
            "score",
            "source",
            "notes",
            "details",
            "createdAt",
            "updatedAt");
    assertThat(first.path("source").asString()).isEqualTo("manual");
    assertThat(first.path("details").toString()).isEqualTo("{}");
    assertThat(first.path("notes").asString()).isEqualTo("Friendly.");
    assertThat(second.body().path("evaluation").path("notes").asString()).isEmpty();
    assertThat(us.get(path).body().path("evaluations").values())
        .containsExactly(second.body().path("evaluation"), first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"score\":-1}",
        "{\"score\":101}",
        "{\"score\":50.5}",
        "{\"score\":\"50\"}",
        "{\"score\":50,\"notes\":1}"
      })
  void badInputIsRefused(String body) {
    Answer refused = us.post(path, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asString()).isEqualTo("Validation failed");
    assertThat(us.post(path, "{\"score\":1,\"notes\":\"" + "n".repeat(2001) + "\"}").status())
        .isEqualTo(400);
    assertThat(us.get(path).body().path("evaluations").size()).isZero();
  }

  @DisplayName("weakness 31: no verdict on a call that does not exist or is somebody else's")
  @Test
  void onlyCallsOfTheWorkspaceAreJudged() {
    for (String unknown : List.of("nobody", "call_" + "x".repeat(300), "%20")) {
      String other = "/api/calls/" + unknown + "/evaluations";
      assertThat(us.get(other).status()).isEqualTo(404);
      assertThat(us.post(other, GOOD).status()).isEqualTo(404);
    }
    assertThat(them.get(path).status()).isEqualTo(404);
    assertThat(them.post(path, GOOD).status()).isEqualTo(404);
    assertThat(nobody.get(path).status()).isEqualTo(401);
    assertThat(nobody.asAgent().get(path).status()).isEqualTo(403);
    assertThat(nobody.asAgent().post(path, GOOD).status()).isEqualTo(403);
    assertThat(us.get(path).body().path("evaluations").size()).isZero();
  }

  @Test
  void oneOriginMakesOneVerdictHoweverOftenItTriesAtOnce() {
    String origin = "after " + call;
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      for (int i = 0; i < 6; i++) {
        int score = 50 + i;
        threads.execute(() -> evaluations.add(automatic(score, origin)));
      }
    }

    Evaluation kept = evaluations.add(automatic(1, origin));
    assertThat(kept.score()).isGreaterThanOrEqualTo(50);
    JsonNode shown = us.get(path).body().path("evaluations");
    assertThat(shown.size()).isEqualTo(1);
    assertThat(shown.get(0).path("source").asString()).isEqualTo("auto");
    assertThat(shown.get(0).path("details").toString()).isEqualTo("{\"issues\":[\"slow\"]}");
    evaluations.add(
        NewEvaluation.automatic(
            new CallId(call), new WorkspaceId(workspace), 5, "asked for", Map.of(), null));
    assertThat(us.get(path).body().path("evaluations").size()).isEqualTo(2);
  }

  private NewEvaluation automatic(int score, String origin) {
    return NewEvaluation.automatic(
        new CallId(call),
        new WorkspaceId(workspace),
        score,
        "summary",
        Map.of("issues", List.of("slow")),
        origin);
  }
}
