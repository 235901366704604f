package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.Workspace.StartedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The control API of the LiveKit sandbox. */
final class Sandbox {
  static final Map<String, Object> USAGE =
      Map.of(
          "usage",
          Map.of(
              "llm_prompt_tokens", 4000,
              "llm_completion_tokens", 1000,
              "llm_model", "gpt-4.1-mini"),
          "latency",
          Map.of("llm_ttft_ms_avg", 221, "agent_turn_latency_ms_avg", 907));

  private static final Client CONTROL = Client.of(Platform.sandbox());

  private Sandbox() {}

  static String play(StartedCall call, Map<String, Object> plan) {
    Map<String, Object> whole = new LinkedHashMap<>(plan);
    whole.put("room", call.room());
    whole.putIfAbsent("metrics", USAGE);
    whole.putIfAbsent("transcriptEverySeconds", 0.5);
    Client.Answer played = CONTROL.post("/sandbox/calls", whole);
    assertThat(played.status()).as(played.text()).isEqualTo(202);
    return played.json().path("id").asString();
  }

  static Instant awaitStep(String played, String beginning) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> step(played, beginning), Optional::isPresent)
        .orElseThrow();
  }

  static void awaitFinished(String played) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                CONTROL
                    .get("/sandbox/calls/" + played)
                    .json()
                    .path("state")
                    .asString()
                    .equals("finished"));
  }

  static void faults(Map<String, Object> faults) {
    assertThat(CONTROL.put("/sandbox/faults", faults).status()).isEqualTo(200);
  }

  static void noFaults() {
    CONTROL.delete("/sandbox/faults");
  }

  private static Optional<Instant> step(String played, String beginning) {
    return CONTROL.get("/sandbox/calls/" + played).json().path("steps").values().stream()
        .filter(step -> step.path("what").asString().startsWith(beginning))
        .map(step -> Instant.ofEpochMilli(step.path("at").asLong()))
        .findFirst();
  }
}
