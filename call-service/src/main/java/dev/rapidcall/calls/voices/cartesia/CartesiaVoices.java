package dev.rapidcall.calls.voices.cartesia;

import dev.rapidcall.calls.ai.BoundedHttp;
import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.ai.ProviderException.Kind;
import dev.rapidcall.calls.voices.Line;
import dev.rapidcall.calls.voices.Speech;
import dev.rapidcall.calls.voices.VoiceSettings;
import dev.rapidcall.calls.voices.Voices;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cartesia: answers bare samples, which a browser plays only with a WAV header before them. */
@Component
class CartesiaVoices implements Voices {
  private static final String USUAL_MODEL = "sonic-2";
  private static final String VERSION = "2025-04-16";
  private static final int SAMPLES_PER_SECOND = 24_000;

  private final VoiceSettings.Account account;
  private final BoundedHttp http;
  private final JsonMapper json;

  CartesiaVoices(VoiceSettings settings, JsonMapper json) {
    this.account = settings.cartesia();
    this.http = new BoundedHttp("Cartesia", settings.bounds());
    this.json = json;
  }

  @Override
  public String provider() {
    return "cartesia";
  }

  @Override
  public Speech say(Line line) {
    if (!account.isConfigured()) {
      throw new ProviderException(Kind.NOT_CONFIGURED, "CARTESIA_API_KEY is not set");
    }
    byte[] samples =
        http.send(
            HttpRequest.newBuilder(account.at("/tts/bytes"))
                .header("Authorization", "Bearer " + account.apiKey().value())
                .header("Cartesia-Version", VERSION)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body(line))))
                .build());
    return new Speech("audio/wav", Wav.of(samples, SAMPLES_PER_SECOND));
  }

  private static Map<String, Object> body(Line line) {
    return Map.of(
        "model_id",
        Objects.requireNonNullElse(line.model(), USUAL_MODEL),
        "transcript",
        line.text(),
        "voice",
        Map.of("mode", "id", "id", line.voiceId()),
        "output_format",
        Map.of("container", "raw", "encoding", "pcm_s16le", "sample_rate", SAMPLES_PER_SECOND));
  }
}
