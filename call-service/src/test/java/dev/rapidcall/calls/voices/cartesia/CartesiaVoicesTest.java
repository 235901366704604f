package dev.rapidcall.calls.voices.cartesia;

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
import java.io.ByteArrayInputStream;
import java.time.Duration;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CartesiaVoicesTest {
  private final ProviderDouble provider = new ProviderDouble();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  @DisplayName(
      "weakness 15: a provider of voices that does not answer is given up after a deadline")
  void aProviderThatHangsIsGivenUp() {
    provider.hangs();
    CartesiaVoices voices =
        new CartesiaVoices(
            VoicesFixture.at(provider.url(), "car-key", Duration.ofMillis(100)),
            JsonMapper.shared());

    assertThat(
            catchThrowableOfType(
                    ProviderException.class, () -> voices.say(new Line("voice1", null, "Good day")))
                .kind())
        .isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void bareSamplesComeBackAsAFileThatCanBePlayed() throws Exception {
    provider.answers(request -> new Reply(200, new byte[480]));
    CartesiaVoices voices =
        new CartesiaVoices(VoicesFixture.at(provider.url(), "car-key"), JsonMapper.shared());

    Speech speech = voices.say(new Line("voice1", "sonic-3", "Good day"));

    assertThat(speech.contentType()).isEqualTo("audio/wav");
    assertThat(speech.audio()).hasSize(44 + 480);
    try (AudioInputStream sound =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(speech.audio()))) {
      assertThat(sound.getFrameLength()).isEqualTo(240);
      AudioFormat format = sound.getFormat();
      assertThat(format.getSampleRate()).isEqualTo(24_000f);
      assertThat(format.getSampleSizeInBits()).isEqualTo(16);
      assertThat(format.getChannels()).isEqualTo(1);
      assertThat(format.isBigEndian()).isFalse();
    }
    Request asked = provider.requests().getFirst();
    assertThat(asked.path()).isEqualTo("/tts/bytes");
    assertThat(asked.header("Authorization")).isEqualTo("Bearer car-key");
    assertThat(asked.header("Cartesia-version")).isEqualTo("2025-04-16");
    assertThat(asked.body().toString())
        .contains("\"model_id\":\"sonic-3\"", "\"transcript\":\"Good day\"")
        .contains("\"encoding\":\"pcm_s16le\"", "\"sample_rate\":24000", "\"container\":\"raw\"");
    assertThat(asked.body().path("voice").path("id").asString()).isEqualTo("voice1");
  }
}
