package dev.rapidcall.calls.voices.elevenlabs;

import dev.rapidcall.calls.ai.BoundedHttp;
import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.ai.ProviderException.Kind;
import dev.rapidcall.calls.voices.Line;
import dev.rapidcall.calls.voices.Speech;
import dev.rapidcall.calls.voices.VoiceSettings;
import dev.rapidcall.calls.voices.Voices;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** ElevenLabs: answers MP3. */
@Component
class ElevenLabsVoices implements Voices {
  private static final String USUAL_MODEL = "eleven_flash_v2_5";

  private final VoiceSettings.Account account;
  private final BoundedHttp http;
  private final JsonMapper json;

  ElevenLabsVoices(VoiceSettings settings, JsonMapper json) {
    this.account = settings.elevenlabs();
    this.http = new BoundedHttp("ElevenLabs", settings.bounds());
    this.json = json;
  }

  @Override
  public String provider() {
    return "elevenlabs";
  }

  @Override
  public Speech say(Line line) {
    if (!account.isConfigured()) {
      throw new ProviderException(Kind.NOT_CONFIGURED, "ELEVEN_API_KEY is not set");
    }
    String voice = UriUtils.encode(line.voiceId(), StandardCharsets.UTF_8);
    Map<String, String> body =
        Map.of(
            "text", line.text(), "model_id", Objects.requireNonNullElse(line.model(), USUAL_MODEL));
    byte[] audio =
        http.send(
            HttpRequest.newBuilder(account.at("/v1/text-to-speech/" + voice))
                .header("xi-api-key", account.apiKey().value())
                .header("Content-Type", "application/json")
                .header("Accept", "audio/mpeg")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    return new Speech("audio/mpeg", audio);
  }
}
