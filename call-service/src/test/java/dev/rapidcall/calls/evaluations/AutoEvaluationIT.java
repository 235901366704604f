package dev.rapidcall.calls.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.lifecycle.Stage.PlayedCall;
import dev.rapidcall.calls.testing.AfterCallsIT;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.ProviderDouble.Reply;
import dev.rapidcall.calls.work.CallTask;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.events.CallId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AutoEvaluationIT extends AfterCallsIT {
  private static final String WANTED = "{\"autoEvalEnabled\":true}";

  @Autowired CallTasks tasks;
  @Autowired EvaluateEndedCall evaluateEndedCall;

  @Test
  @DisplayName("weakness 32: every ended call is evaluated once, over whatever channel")
  void everyEndedCallIsEvaluatedOnce() {
    String agentId = agentWith(WANTED);
    PlayedCall web = stage.webCall(OURS, agentId);
    PlayedCall phone = stage.phoneCall(OURS, agentId);
    for (PlayedCall played : List.of(web, phone)) {
      said(played.id(), "Is there a table for two?");
      played.callerLeaves().record();
    }

    stage.pass(Duration.ofMinutes(1));
    List<CallTask> due = tasks.claim(List.of(PlanEvaluation.TASK), 100);
    due.forEach(evaluateEndedCall::work);
    due.forEach(evaluateEndedCall::work);

    for (PlayedCall played : List.of(web, phone)) {
      assertThat(evaluations(played.id()))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("source", "auto")
                      .containsEntry("score", 87)
                      .containsEntry("notes", "Well done.")
                      .containsEntry("workspace_id", OURS));
    }
  }

  @Test
  void onlyWhereTheAgentWantsIt() {
    PlayedCall played = stage.webCall(OURS, agentWith("{}"));
    said(played.id(), "Is there a table for two?");
    played.callerLeaves();

    stage.pass(Duration.ofMinutes(1));
    tasks.claim(List.of(PlanEvaluation.TASK), 100).forEach(evaluateEndedCall::work);

    assertThat(evaluations(played.id())).isEmpty();
  }

  @Test
  void aProviderThatFailsIsAskedAgainLater() {
    PlayedCall played = stage.webCall(OURS, agentWith(WANTED));
    said(played.id(), "Is there a table for two?");
    played.callerLeaves();
    provider.answers(request -> Reply.of(500, ""));
    stage.pass(Duration.ofMinutes(1));
    tasks.claim(List.of(PlanEvaluation.TASK), 100).forEach(evaluateEndedCall::work);
    assertThat(evaluations(played.id())).isEmpty();

    provider.answers(AfterCallsIT::plausibly);
    stage.pass(Duration.ofMinutes(1));
    tasks.claim(List.of(PlanEvaluation.TASK), 100).forEach(evaluateEndedCall::work);

    assertThat(evaluations(played.id())).hasSize(1);
  }

  @Test
  @DisplayName("weakness 32: an agent that was never published is judged by its draft")
  void aPersonGetsAnEvaluationByThePromptThatTheCallRanWith() {
    PlayedCall played = stage.webCall(OURS, agentWith("{}"));
    said(played.id(), "Is there a table for two?");
    played.callerLeaves();

    Answer answer = us.post("/api/calls/" + played.id() + "/auto-evaluate", null);

    assertThat(answer.status()).isEqualTo(201);
    JsonNode evaluation = answer.body().path("evaluation");
    assertThat(evaluation.path("id").asString()).matches("[0-9A-Za-z]{10}");
    assertThat(evaluation.path("callId").asString()).isEqualTo(played.id().value());
    assertThat(evaluation.path("source").asString()).isEqualTo("auto");
    assertThat(evaluation.path("score").asInt()).isEqualTo(87);
    assertThat(evaluation.path("details").path("strengths").isArray()).isTrue();
    assertThat(evaluation.path("createdAt").isNumber()).isTrue();
    assertThat(provider.requests().getFirst().material())
        .contains("Front desk", "user_hangup", "29 s", "Be kind.", "USER: Is there a table");
    assertThat(evaluations(played.id())).hasSize(1);
  }

  @Test
  void whatCannotBeEvaluatedIsSaid() {
    PlayedCall silent = stage.webCall(OURS, agentWith("{}")).callerLeaves();
    String silentPath = "/api/calls/" + silent.id() + "/auto-evaluate";
    assertThat(us.post(silentPath, null).status()).isEqualTo(400);
    assertThat(them.post(silentPath, null).status()).as("another tenant's").isEqualTo(404);
    for (String unknown : List.of("call_nope", "x".repeat(999))) {
      assertThat(us.post("/api/calls/" + unknown + "/auto-evaluate", null).status()).isEqualTo(404);
    }

    said(silent.id(), "Is there a table for two?");
    provider.answers(request -> Reply.of(401, "{\"error\":\"sk-test is wrong\"}"));
    Answer refused = us.post(silentPath, null);
    assertThat(refused.status()).isEqualTo(502);
    assertThat(refused.body().toString()).contains("\"details\"").doesNotContain("sk-test");

    provider.answers(request -> Reply.said("no verdict"));
    assertThat(us.post(silentPath, null).status()).isEqualTo(502);
    assertThat(evaluations(silent.id())).isEmpty();
  }

  private List<Map<String, @Nullable Object>> evaluations(CallId call) {
    return jdbc.sql("select * from call_evaluations where call_id = :call")
        .param("call", call.value())
        .query()
        .listOfRows();
  }
}
