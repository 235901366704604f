package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many write to one call at the same moment, and nobody's word is lost. */
class LostUpdatesE2E {
  private static final int PAIRS = 40;
  private static final Workspace US = Workspace.registered();
  private static final Client AGENT =
      Client.of(Platform.gateway()).with("x-agent-secret", Platform.AGENT_SECRET);

  @Test
  @DisplayName(
      "weakness 4: of 40 concurrent pairs of metrics and transcript on one call none is lost")
  void noneOfManyConcurrentReportsIsLost() throws Exception {
    StartedCall call = US.start();
    List<Callable<Answer>> reports = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      int number = i;
      reports.add(() -> AGENT.post("/api/calls/" + call.id() + "/metrics", metrics(number)));
      reports.add(
          () -> AGENT.post("/api/internal/calls/" + call.id() + "/transcript", transcript(number)));
    }

    assertThat(atOnce(reports)).extracting(Answer::status).allMatch(s -> s == 200 || s == 202);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(US.timelineTypes(call))
                    .filteredOn("rapidcall.call-metrics.reported.v1"::equals)
                    .hasSize(PAIRS));
    assertThat(US.timelineTypes(call))
        .filteredOn("rapidcall.transcript.reported.v1"::equals)
        .hasSizeBetween(1, PAIRS);
    JsonNode now = US.call(call);
    assertThat(now.path("transcript").toString()).contains("Sentence ");
    assertThat(now.path("metrics").path("latency").path("llm_ttft_ms_avg").isNumber()).isTrue();
    assertThat(now.path("metrics").path("usage").path("llm_prompt_tokens").isNumber()).isTrue();
  }

  @Test
  @DisplayName("weakness 4: each of 40 calls keeps the metrics and the transcript of its own pair")
  void eachCallKeepsBothOfItsPair() throws Exception {
    List<StartedCall> calls = atOnce(Collections.nCopies(PAIRS, US::start));
    List<Callable<Answer>> reports = new ArrayList<>();
    for (int i = 0; i < PAIRS; i++) {
      int number = i;
      String id = calls.get(i).id();
      reports.add(() -> AGENT.post("/api/calls/" + id + "/metrics", metrics(number)));
      reports.add(
          () -> AGENT.post("/api/internal/calls/" + id + "/transcript", transcript(number)));
    }

    assertThat(atOnce(reports)).extracting(Answer::status).allMatch(s -> s == 200 || s == 202);

    for (int i = 0; i < PAIRS; i++) {
      int number = i;
      US.awaitCall(
          calls.get(i),
          it ->
              it.path("transcript").toString().contains("Sentence " + number + "\"")
                  && it.path("metrics").path("latency").path("llm_ttft_ms_avg").asInt(-1)
                      == number);
    }
  }

  @Test
  @DisplayName("weakness 5: three parallel ends are one end")
  void threeParallelEndsAreOne() throws Exception {
    StartedCall call = US.start();
    String dashboard = "/api/calls/" + call.id() + "/end";
    String internal = "/api/internal/calls/" + call.id() + "/end";

    List<Answer> answers =
        atOnce(
            List.of(
                () -> US.dashboard.post(dashboard, Map.of("outcome", "ended")),
                () -> US.dashboard.post(dashboard, Map.of("outcome", "ended")),
                () ->
                    AGENT.post(
                        internal,
                        Map.of(
                            "outcome",
                            "agent_hangup",
                            "transcript",
                            transcript(1).get("transcript")))));

    assertThat(answers).extracting(Answer::status).allMatch(s -> s == 200 || s == 202);
    US.awaitCall(call, it -> !it.path("endedAt").isNull() && it.path("transcript").size() > 0);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                US.timelineTypes(call).stream()
                        .filter("rapidcall.call.end-requested.v1"::equals)
                        .count()
                    == answers.size());
    assertThat(US.timelineTypes(call)).containsOnlyOnce("rapidcall.call.ended.v1");
  }

  @Test
  @DisplayName("weakness 4: changes of different fields of an agent at once are all kept")
  void concurrentChangesOfAnAgentAreAllKept() throws Exception {
    String path = "/api/agents/" + US.agentId;
    List<Map<String, Object>> changes =
        List.of(
            Map.of("promptDraft", "Together"),
            Map.of("maxCallSeconds", 77),
            Map.of("autoEvalEnabled", true),
            Map.of("backchannelEnabled", true),
            Map.of("welcome", Map.of("aiMessageText", "Hello")),
            Map.of("voice", Map.of("voiceId", "v7")));

    List<Answer> answers =
        atOnce(
            changes.stream()
                .<Callable<Answer>>map(change -> () -> US.dashboard.put(path, change))
                .toList());

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    JsonNode agent = US.dashboard.get(path).json().path("agent");
    assertThat(agent.path("promptDraft").asString()).isEqualTo("Together");
    assertThat(agent.path("maxCallSeconds").asInt()).isEqualTo(77);
    assertThat(agent.path("autoEvalEnabled").asBoolean()).isTrue();
    assertThat(agent.path("backchannelEnabled").asBoolean()).isTrue();
    assertThat(agent.path("welcome").path("aiMessageText").asString()).isEqualTo("Hello");
    assertThat(agent.path("voice").path("voiceId").asString()).isEqualTo("v7");
  }

  private static Map<String, Object> metrics(int number) {
    return number % 2 == 0
        ? Map.of(
            "latency",
            Map.of("llm_ttft_ms_avg", number),
            "usage",
            Map.of("llm_prompt_tokens", 100, "llm_completion_tokens", 10))
        : Map.of("latency", Map.of("llm_ttft_ms_avg", number));
  }

  private static Map<String, Object> transcript(int number) {
    return Map.of(
        "transcript",
        List.of(Map.of("speaker", "agent", "role", "agent", "text", "Sentence " + number)));
  }

  private static <T> List<T> atOnce(List<Callable<T>> requests)
      throws InterruptedException, ExecutionException {
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running =
          requests.stream()
              .map(
                  request ->
                      threads.submit(
                          () -> {
                            go.await();
                            return request.call();
                          }))
              .toList();
      go.countDown();
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : running) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
