package dev.rapidcall.local.sandbox.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AiSandboxTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TRANSCRIPT =
      """
      Transcript:
      AGENT: Good day.
      USER: A table for 2, please. It is for vegetarians.
      AGENT: Done.
      USER: Thank you!""";

  private final HttpClient http = HttpClient.newHttpClient();
  private final AiSandbox sandbox =
      AiSandbox.start(new AiSandboxConfig(0, "oai", "xi", "car", Clock.systemUTC()));

  @AfterEach
  void stop() {
    sandbox.close();
    http.close();
  }

  @Test
  void aSummaryIsMadeOfTheTranscript() {
    JsonNode summary = said("… {\"call_summary\": …}", TRANSCRIPT);

    assertThat(summary.path("call_summary").asString()).contains("A table for 2, please.");
    assertThat(summary.path("user_sentiment").asString()).isEqualTo("positive");
    assertThat(summary.path("in_voicemail").asBoolean(true)).isFalse();
    assertThat(summary.path("call_successful").asBoolean(false)).isTrue();
  }

  @Test
  void whatIsAskedForIsFoundInTheTranscript() {
    String fields =
        """
        Fields:
        [{"type":"number","name":"guests"},{"type":"boolean","name":"vegetarians"},
        """
                .strip()
            + "{\"type\":\"selector\",\"name\":\"size\",\"options\":[\"large\",\"table\"]},"
            + "{\"type\":\"text\",\"name\":\"last\"}]\n\n";

    JsonNode values = said("{\"values\": …}", fields + TRANSCRIPT).path("values");

    assertThat(values.toString())
        .isEqualTo(
            "{\"guests\":2.0,\"vegetarians\":true,\"size\":\"table\",\"last\":\"Thank you!\"}");
  }

  @Test
  void aCallIsJudgedAndAPromptIsWritten() {
    JsonNode judgement = said("{\"score\": …}", TRANSCRIPT);
    assertThat(judgement.path("score").asInt()).isBetween(1, 100);
    assertThat(judgement.path("nextTests").size()).isPositive();

    assertThat(content("You write prompts.", "The brief:\nbusiness name: The Blue Door"))
        .contains("business name: The Blue Door");
  }

  @Test
  void theSameIsAlwaysAnsweredTheSame() {
    assertThat(said("call_summary", TRANSCRIPT)).isEqualTo(said("call_summary", TRANSCRIPT));
  }

  @Test
  void voicesSayATone() {
    HttpResponse<byte[]> mp3 =
        post(
            "/v1/text-to-speech/voice1",
            Map.of("text", "Good day", "model_id", "m"),
            "xi-api-key",
            "xi");
    assertThat(mp3.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
    assertThat(mp3.body()).startsWith(0xFF, 0xFB);

    assertThat(cartesia("Cartesia-Version", "2025-04-16").body()).hasSize(2 * 24 * 60 * 8);
    assertThat(cartesia("X-Nothing", "1").statusCode()).isEqualTo(400);
  }

  @Test
  void aWrongKeyIsRefusedByEachInItsOwnWords() {
    assertThat(chat("wrong", "a", "b").statusCode()).isEqualTo(401);
    assertThat(json(chat("wrong", "a", "b")).path("error").has("message")).isTrue();
    HttpResponse<byte[]> eleven =
        post("/v1/text-to-speech/v", Map.of("text", "x"), "xi-api-key", "wrong");
    assertThat(eleven.statusCode()).isEqualTo(401);
    assertThat(json(eleven).path("detail").has("message")).isTrue();
    assertThat(post("/tts/bytes", Map.of(), "Authorization", "Bearer wrong").statusCode())
        .isEqualTo(401);
  }

  @Test
  void faultsAreSwitchedOverHttp() {
    faults("PUT", "{\"status\":503,\"times\":1,\"only\":[\"chat\"]}");
    assertThat(post("/v1/text-to-speech/v", Map.of("text", "x"), "xi-api-key", "xi").statusCode())
        .isEqualTo(200);
    assertThat(chat("oai", "a", "b").statusCode()).isEqualTo(503);
    assertThat(chat("oai", "a", "b").statusCode()).isEqualTo(200);

    faults("PUT", "{\"nonsense\":true}");
    assertThat(content("call_summary", TRANSCRIPT)).doesNotContain("{");

    faults("PUT", "{\"delayMs\":600000}");
    var slow =
        http.sendAsync(
            request("/v1/chat/completions", body("a", "b"), "Authorization", "Bearer oai"),
            BodyHandlers.ofByteArray());
    assertThat(slow).isNotDone();
    assertThat(json(faults("GET", "")).path("delayMs").asInt()).isEqualTo(600_000);
    faults("DELETE", "");
    assertThat(slow.join().statusCode()).as("let go by the change").isEqualTo(200);
    assertThat(faults("PUT", "{\"colour\":1}").statusCode()).isEqualTo(400);
    assertThat(faults("PUT", "{\"status\":200}").statusCode()).isEqualTo(400);
  }

  private JsonNode said(String instructions, String material) {
    return JSON.readTree(content(instructions, material));
  }

  private String content(String instructions, String material) {
    HttpResponse<byte[]> answer = chat("oai", instructions, material);
    assertThat(answer.statusCode()).isEqualTo(200);
    return json(answer).path("choices").path(0).path("message").path("content").asString();
  }

  private HttpResponse<byte[]> chat(String key, String instructions, String material) {
    return post(
        "/v1/chat/completions", body(instructions, material), "Authorization", "Bearer " + key);
  }

  private static Map<String, Object> body(String instructions, String material) {
    return Map.of(
        "model",
        "gpt",
        "messages",
        List.of(
            Map.of("role", "system", "content", instructions),
            Map.of("role", "user", "content", material)));
  }

  private HttpResponse<byte[]> cartesia(String header, String value) {
    Map<String, Object> body =
        Map.of(
            "transcript",
            "Good day",
            "voice",
            Map.of("mode", "id", "id", "v"),
            "output_format",
            Map.of("container", "raw", "encoding", "pcm_s16le", "sample_rate", 24_000));
    return send(
        HttpRequest.newBuilder(sandbox.url().resolve("/tts/bytes"))
            .header("Authorization", "Bearer car")
            .header(header, value)
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build());
  }

  private HttpResponse<byte[]> faults(String method, String body) {
    return send(
        HttpRequest.newBuilder(sandbox.url().resolve("/sandbox/faults"))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private HttpResponse<byte[]> post(String path, Object body, String header, String value) {
    return send(request(path, body, header, value));
  }

  private HttpRequest request(String path, Object body, String header, String value) {
    return HttpRequest.newBuilder(sandbox.url().resolve(path))
        .header(header, value)
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
        .build();
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(HttpResponse<byte[]> response) {
    return JSON.readTree(response.body());
  }
}
