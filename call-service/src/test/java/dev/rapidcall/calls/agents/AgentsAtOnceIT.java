package dev.rapidcall.calls.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class AgentsAtOnceIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;

  private Api us;

  @BeforeEach
  void begin() {
    us = Api.anonymous(port, tokens).as("agents-" + UUID.randomUUID());
  }

  @DisplayName("weakness 4: forty changes of one agent at once, none lost")
  @Test
  void changesAtOnceLoseNothing() throws Exception {
    String id = agent("{\"name\":\"A\"}");
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      changes.add("{\"defaultDynamicVariables\":{\"round\":\"" + i + "\"}}");
      changes.add("{\"welcome\":{\"aiMessageText\":\"t" + i + "\"}}");
      changes.add("{\"voice\":{\"model\":\"m" + i + "\"}}");
      changes.add("{\"promptDraft\":\"p" + i + "\",\"publish\":true}");
    }
    List<String> fields =
        List.of(
            "{\"voice\":{\"voiceId\":\"v\"}}",
            "{\"welcome\":{\"mode\":\"ai\"}}",
            "{\"backgroundAudio\":{\"ambientVolume\":0.25}}",
            "{\"maxCallSeconds\":77}",
            "{\"webhookUrl\":\"https://example.com\"}");
    changes.addAll(fields);

    atOnce(
        changes.stream()
            .map(change -> (Callable<Answer>) () -> us.put("/api/agents/" + id, change))
            .toList());

    JsonNode agent = us.get("/api/agents/" + id).body().path("agent");
    assertThat(agent.path("voice").path("voiceId").asString()).isEqualTo("v");
    assertThat(agent.path("voice").path("model").asString()).startsWith("m");
    assertThat(agent.path("welcome").path("mode").asString()).isEqualTo("ai");
    assertThat(agent.path("welcome").path("aiMessageText").asString()).startsWith("t");
    assertThat(agent.path("backgroundAudio").path("ambientVolume").asDouble()).isEqualTo(0.25);
    assertThat(agent.path("maxCallSeconds").asInt()).isEqualTo(77);
    assertThat(agent.path("webhookUrl").asString()).isEqualTo("https://example.com");
    assertThat(agent.path("promptPublished")).isEqualTo(agent.path("promptDraft"));
    assertThat(agent.path("defaultDynamicVariables").has("round")).isTrue();
    JsonNode prompts = us.get("/api/agents/" + id + "/prompts").body().path("prompts");
    assertThat(prompts.values())
        .extracting(prompt -> prompt.path("version").asInt())
        .containsExactly(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);
  }

  @Test
  void deletingTakesVariantsAndPromptsAlongAndIsDoneOnce() throws Exception {
    String id = agent("{\"name\":\"A\",\"promptPublished\":\"p\"}");
    us.post(
        "/api/agents/" + id + "/variants",
        "{\"name\":\"V\",\"prompt\":\"v\",\"trafficPercent\":10}");

    List<Answer> answers =
        atOnce(
            IntStream.range(0, 6)
                .mapToObj(i -> (Callable<Answer>) () -> us.delete("/api/agents/" + id))
                .toList());

    assertThat(answers.stream().map(Answer::status))
        .containsExactlyInAnyOrder(200, 404, 404, 404, 404, 404);
    assertThat(us.get("/api/agents/" + id).status()).isEqualTo(404);
    assertThat(us.get("/api/agents/" + id + "/variants").status()).isEqualTo(404);
    assertThat(put(id, "name", "B").status()).isEqualTo(404);
    assertThat(us.post("/api/agents/" + id + "/start", null).status()).isEqualTo(404);
  }

  private Answer put(String id, String field, String text) {
    return us.put("/api/agents/" + id, "{\"" + field + "\":\"" + text + "\"}");
  }

  private String agent(String body) {
    Answer created = us.post("/api/agents", body);
    assertThat(created.status()).isEqualTo(201);
    return created.body().path("agent").path("id").asString();
  }

  private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(requests.size())) {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
