package dev.rapidcall.calls.voices.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.ai.ProviderException.Kind;
import dev.rapidcall.calls.testing.ProviderDouble;
import dev.rapidcall.calls.testing.ProviderDouble.Reply;
import dev.rapidcall.calls.testing.ProviderDouble.Request;
import dev.rapidcall.calls.voices.Line;
import dev.rapidcall.calls.voices.Speech;
import dev.rapidcall.calls.voices.VoicesFixture;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ElevenLabsVoicesTest {
  private static final Line LINE = new Line("a/../b c", null, "Good day");
  private final ProviderDouble provider = new ProviderDouble();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void aLineIsSaidByTheUsualModel() {
    provider.answers(request -> Reply.of(200, "mp3"));

    Speech speech = voices("xi-key").say(LINE);

    assertThat(speech.contentType()).isEqualTo("audio/mpeg");
    assertThat(speech.audio()).asString().isEqualTo("mp3");
    Request asked = provider.requests().getFirst();
    assertThat(asked.path()).isEqualTo("/v1/text-to-speech/a%2F..%2Fb%20c");
    assertThat(asked.header("Xi-api-key")).isEqualTo("xi-key");
    assertThat(asked.body().path("model_id").asString()).isEqualTo("eleven_flash_v2_5");
    assertThat(asked.body().path("text").asString()).isEqualTo("Good day");
  }

  @Test
  @DisplayName(
      "weakness 15: a provider of voices that does not answer is given up after a deadline")
  void aProviderThatHangsIsGivenUp() {
    provider.hangs();
    ElevenLabsVoices voices =
        new ElevenLabsVoices(
            VoicesFixture.at(provider.url(), "xi-key", Duration.ofMillis(100)),
            JsonMapper.shared());

    assertThat(
            catchThrowableOfType(
                    ProviderException.class, () -> voices.say(new Line("voice1", null, "Good day")))
                .kind())
        .isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void moreThanIsTakenIsNoAnswer() {
    provider.answers(request -> Reply.of(200, "x".repeat(5000)));

    assertThat(failure("xi-key")).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void withoutAKeyNobodyIsAsked() {
    assertThat(failure("")).isEqualTo(Kind.NOT_CONFIGURED);
    assertThat(provider.requests()).isEmpty();
  }

  private Kind failure(String key) {
    return catchThrowableOfType(ProviderException.class, () -> voices(key).say(LINE)).kind();
  }

  private ElevenLabsVoices voices(String key) {
    return new ElevenLabsVoices(VoicesFixture.at(provider.url(), key), JsonMapper.shared());
  }
}
