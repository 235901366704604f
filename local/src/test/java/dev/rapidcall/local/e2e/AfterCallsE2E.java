package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a platform without any account makes of a call after it. */
class AfterCallsE2E {
  private static final Client AI = Client.of(Platform.aiSandbox());

  @AfterEach
  void mend() {
    AI.delete("/sandbox/faults");
  }

  @Test
  @DisplayName("weaknesses 7, 15: a call ends at once and is analysed and evaluated after it")
  void aCallIsAnalysedAndEvaluatedAfterIt() {
    Workspace us = analysed();
    AI.put("/sandbox/faults", Map.of("status", 503, "times", 2, "only", List.of("chat")));
    StartedCall started = us.start();
    Sandbox.play(
        started,
        Map.of(
            "endedBy",
            "agent",
            "talkSeconds",
            2,
            "goodbyeSeconds",
            1,
            "utterances",
            List.of("A table for 4, please.", "Thank you.")));

    JsonNode ended = us.awaitCall(started, it -> !it.path("endedAt").isNull());
    assertThat(ended.path("outcome").asString()).isEqualTo("agent_hangup");
    JsonNode call = us.awaitCall(started, it -> it.path("analysisStatus").isString());

    assertThat(call.path("analysisStatus").asString()).isEqualTo("completed");
    JsonNode preset = call.path("metrics").path("preset_analysis");
    assertThat(preset.path("call_summary").asString()).contains("A table for 4, please.");
    assertThat(preset.path("user_sentiment").asString()).isEqualTo("positive");
    assertThat(call.path("postCallExtractionResults").path(0).path("name").asString())
        .isEqualTo("guests");
    assertThat(call.path("postCallExtractionResults").path(0).path("value").asInt()).isEqualTo(4);
    assertThat(us.timelineTypes(started))
        .containsOnlyOnce("rapidcall.call.ended.v1")
        .containsOnlyOnce("rapidcall.call.analyzed.v1");
    JsonNode evaluation = awaitEvaluation(us, started);
    assertThat(evaluation.path("source").asString()).isEqualTo("auto");
    assertThat(evaluation.path("score").asInt()).isBetween(0, 100);
    assertThat(evaluation.path("details").path("issues").isArray()).isTrue();
  }

  @Test
  void promptsAreWrittenVoicesHeardAndCallsEvaluatedWithNoAccountAnywhere() {
    Workspace us = Workspace.registered();
    Answer prompt =
        us.dashboard.post(
            "/api/agents/generate-prompt",
            Map.of("templateId", "restaurant", "businessName", "The Blue Door"));
    assertThat(prompt.status()).isEqualTo(200);
    assertThat(prompt.json().path("promptDraft").asString()).contains("The Blue Door");

    for (String provider : List.of("elevenlabs", "cartesia")) {
      Answer speech =
          us.dashboard.post(
              "/api/tts/preview", Map.of("provider", provider, "voiceId", "v", "text", "Good day"));
      assertThat(speech.status()).isEqualTo(200);
      assertThat(speech.header("Content-Type")).startsWith("audio/");
      assertThat(speech.header("Cache-Control")).contains("no-store");
      assertThat(speech.bytes().length).isGreaterThan(500);
    }
    AI.put("/sandbox/faults", Map.of("status", 401));
    assertThat(
            us.dashboard
                .post("/api/agents/generate-prompt", Map.of("templateId", "blank"))
                .status())
        .as("a provider's 401 is not ours")
        .isEqualTo(502);
  }

  /** An agent that wants to know something of every call, and how good it was. */
  private static Workspace analysed() {
    Workspace us = Workspace.registered();
    Answer changed =
        us.dashboard.put(
            "/api/agents/" + us.agentId,
            Map.of(
                "autoEvalEnabled",
                true,
                "postCallDataExtraction",
                List.of(Map.of("type", "number", "name", "guests"))));
    assertThat(changed.status()).isEqualTo(200);
    return us;
  }

  private static JsonNode awaitEvaluation(Workspace us, StartedCall call) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                us.dashboard
                    .get("/api/calls/" + call.id() + "/evaluations")
                    .json()
                    .path("evaluations"),
            list -> list.size() == 1)
        .path(0);
  }
}
