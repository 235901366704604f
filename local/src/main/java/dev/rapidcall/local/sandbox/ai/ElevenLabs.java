package dev.rapidcall.local.sandbox.ai;

import com.sun.net.httpserver.Headers;
import dev.rapidcall.local.sandbox.sound.Mp3Tone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** ElevenLabs' text to speech: a tone, the longer the more there is to say. */
final class ElevenLabs implements Door.Provider {

  static final String PATH = "/v1/text-to-speech/";

  private final String key;

  ElevenLabs(String key) {
    this.key = key;
  }

  @Override
  public boolean knows(Headers headers) {
    return key.equals(headers.getFirst("xi-api-key"));
  }

  @Override
  public Object refusal(int status, String message) {
    return Map.of("detail", Map.of("status", "sandbox_error", "message", message));
  }

  @Override
  public Reply answer(String path, Headers headers, JsonNode body) {
    if (path.length() <= PATH.length()) {
      throw new IllegalArgumentException("the voice is missing");
    }
    Duration length = Speaking.time(Door.text(body, "text"));
    return new Reply(200, "audio/mpeg", Mp3Tone.lasting(length));
  }

  @Override
  public Reply nonsense() {
    return new Reply(200, "text/html", "<p>no sound</p>".getBytes(StandardCharsets.UTF_8));
  }
}
