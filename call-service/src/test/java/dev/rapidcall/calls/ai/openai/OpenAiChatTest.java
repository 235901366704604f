package dev.rapidcall.calls.ai.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapidcall.calls.ai.AiSettings;
import dev.rapidcall.calls.ai.ChatRequest;
import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.ai.ProviderException.Kind;
import dev.rapidcall.calls.testing.ProviderDouble;
import dev.rapidcall.calls.testing.ProviderDouble.Reply;
import dev.rapidcall.calls.testing.ProviderDouble.Request;
import dev.rapidcall.service.environment.Secret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The adapter against the protocol, spoken by a server that answers as it is told. */
class OpenAiChatTest {
  private static final String KEY = "sk-test-key";
  private final ProviderDouble provider = new ProviderDouble();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void aQuestionIsAskedInTheProvidersWordsAndItsAnswerReturned() {
    provider.answers(request -> Reply.said("  {\"a\":1}\n"));

    assertThat(chat(KEY).answer(question(true))).isEqualTo("{\"a\":1}");

    Request asked = provider.requests().getFirst();
    assertThat(asked.path()).isEqualTo("/v1/chat/completions");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer " + KEY);
    assertThat(asked.body().path("model").asString()).isEqualTo("some-model");
    assertThat(asked.body().path("temperature").asDouble()).isEqualTo(0.2);
    assertThat(asked.body().path("response_format").path("type").asString())
        .isEqualTo("json_object");
    assertThat(asked.body().path("messages").values())
        .extracting(message -> message.path("role").asString())
        .containsExactly("system", "user");
    assertThat(asked.material()).isEqualTo("USER: hello");
  }

  @ParameterizedTest
  @CsvSource({
    "400,REFUSED",
    "401,REFUSED",
    "404,REFUSED",
    "408,UNREACHABLE",
    "429,UNREACHABLE",
    "500,UNREACHABLE",
    "503,UNREACHABLE"
  })
  void aNoIsToldApartFromANotNow(int status, Kind kind) {
    provider.answers(request -> Reply.of(status, "{\"error\":\"key " + KEY + "\"}"));

    ProviderException failure = failure(chat(KEY));

    assertThat(failure.kind()).isEqualTo(kind);
    if (status == 401) {
      assertThat(failure).hasMessageNotContaining(KEY);
    }
    assertThat(provider.requests()).as("no second try in here").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"{}", "no json", "'{\"choices\":[{\"message\":{\"content\":\" \"}}]}'"})
  void anAnswerWithoutWordsIsNonsense(String body) {
    provider.answers(request -> Reply.of(200, body));

    assertThat(failure(chat(KEY)).kind()).isEqualTo(Kind.NONSENSE);
  }

  @Test
  @DisplayName("weakness 15: a provider that does not answer is given up after a deadline")
  void aProviderThatHangsIsGivenUp() {
    provider.hangs();

    assertThat(failure(chat(KEY, Duration.ofMillis(100))).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aProviderThatIsNotThereIsUnreachable() {
    provider.close();

    assertThat(failure(chat(KEY)).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void withoutAKeyNobodyIsAsked() {
    assertThat(failure(chat("")).kind()).isEqualTo(Kind.NOT_CONFIGURED);
    assertThat(provider.requests()).isEmpty();
  }

  private static ProviderException failure(OpenAiChat chat) {
    return catchThrowableOfType(ProviderException.class, () -> chat.answer(question(false)));
  }

  private OpenAiChat chat(String key) {
    return chat(key, Duration.ofSeconds(10));
  }

  private OpenAiChat chat(String key, Duration timeout) {
    return new OpenAiChat(
        new AiSettings(
            new Secret(key),
            URI.create(provider.url() + "/v1/"),
            "g",
            "e",
            Duration.ofSeconds(1),
            timeout,
            2),
        JsonMapper.shared());
  }

  private static ChatRequest question(boolean json) {
    return new ChatRequest("some-model", 0.2, json, "Say JSON.", "USER: hello");
  }
}
