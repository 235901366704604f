package dev.rapidcall.calls.voices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.AfterCallsIT;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.ProviderDouble.Reply;
import dev.rapidcall.calls.testing.ProviderDouble.Request;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prompts written and voices heard by providers, over HTTP. */
class AiRoutesIT extends AfterCallsIT {
  private static final String PROMPT = "/api/agents/generate-prompt";
  private static final String PREVIEW = "/api/tts/preview";

  @Test
  void aPromptIsWrittenFromTheBrief() {
    provider.answers(request -> Reply.said("You are Ada of the Blue Door."));

    Answer answer =
        us.post(
            PROMPT,
            """
            {"templateId":"restaurant","agentName":"Ada","businessName":"The Blue Door","hours":" ",
             "bookingLink":"https://blue.example/book","unknown":"dropped"}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().toString())
        .isEqualTo("{\"promptDraft\":\"You are Ada of the Blue Door.\"}");
    Request asked = provider.requests().getFirst();
    assertThat(asked.body().path("temperature").asDouble()).isEqualTo(0.4);
    assertThat(asked.material())
        .contains("business name: The Blue Door", "booking link: https://blue.example/book")
        .doesNotContain("dropped", "hours");
  }

  @ParameterizedTest
  @CsvSource({"elevenlabs,ID3", "cartesia,RIFF"})
  void aVoiceIsHeard(String providerName, String beginning) {
    provider.answers(request -> Reply.of(200, "ID3 some sound"));

    var answer = us.postForBytes(PREVIEW, preview(providerName, "Good day"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("audio/");
    assertThat(answer.body()).asString().startsWith(beginning);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 429, 500, 503})
  @DisplayName("a provider's failure is 502 and never our own 401")
  void aProvidersFailureIsNotOurs(int status) {
    provider.answers(request -> Reply.of(status, "{\"detail\":\"" + "no ".repeat(500) + "\"}"));

    for (Answer answer :
        List.of(
            us.post(PROMPT, "{\"templateId\":\"blank\"}"),
            us.post(PREVIEW, preview("elevenlabs", "Good day")),
            us.post(PREVIEW, preview("cartesia", "Good day")))) {
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.body().path("error").asString()).isNotBlank();
      assertThat(answer.body().path("details").asString()).hasSizeBetween(10, 500);
    }
  }

  @Test
  void whatBreaksARuleIsToldByField() {
    Answer prompt = us.post(PROMPT, "{\"agentName\":\"" + "a".repeat(121) + "\"}");
    assertThat(prompt.status()).isEqualTo(400);
    assertThat(prompt.body().path("details").path("fieldErrors").propertyNames())
        .containsExactlyInAnyOrder("templateId", "agentName");

    Answer speech = us.post(PREVIEW, "{\"provider\":\"nvidia\",\"text\":\"\"}");
    assertThat(speech.status()).isEqualTo(400);
    assertThat(speech.body().path("details").path("fieldErrors").propertyNames())
        .containsExactlyInAnyOrder("provider", "voiceId", "text");
    assertThat(us.post(PREVIEW, null).status()).isEqualTo(400);
    assertThat(us.post(PREVIEW, preview("cartesia", "x".repeat(301))).status()).isEqualTo(400);
    assertThat(agent.post(PROMPT, "{\"templateId\":\"blank\"}").status()).isEqualTo(403);
    assertThat(agent.post(PREVIEW, preview("cartesia", "x")).status()).isEqualTo(403);
    assertThat(provider.requests()).isEmpty();
  }

  private static String preview(String provider, String text) {
    return "{\"provider\":\"%s\",\"voiceId\":\"voice1\",\"text\":\"%s\"}".formatted(provider, text);
  }
}
