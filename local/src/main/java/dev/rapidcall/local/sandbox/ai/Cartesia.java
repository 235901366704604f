package dev.rapidcall.local.sandbox.ai;

import com.sun.net.httpserver.Headers;
import dev.rapidcall.local.sandbox.sound.PcmTone;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Cartesia's text to speech: bare samples. */
final class Cartesia implements Door.Provider {

  private final String key;

  Cartesia(String key) {
    this.key = key;
  }

  @Override
  public boolean knows(Headers headers) {
    return ("Bearer " + key).equals(headers.getFirst("Authorization"))
        || key.equals(headers.getFirst("X-API-Key"));
  }

  @Override
  public Object refusal(int status, String message) {
    return Door.error(message);
  }

  @Override
  public Reply answer(String path, Headers headers, JsonNode body) {
    if (headers.getFirst("Cartesia-Version") == null) {
      throw new IllegalArgumentException("the header Cartesia-Version is missing");
    }
    Door.text(body.path("voice"), "id");
    JsonNode format = body.path("output_format");
    if (!format.path("container").asString("").equals("raw")
        || !format.path("encoding").asString("").equals("pcm_s16le")) {
      throw new IllegalArgumentException("the sandbox knows raw pcm_s16le only");
    }
    int rate = format.path("sample_rate").asInt(0);
    return new Reply(
        200,
        "application/octet-stream",
        PcmTone.lasting(Speaking.time(Door.text(body, "transcript")), rate));
  }

  @Override
  public Reply nonsense() {
    return new Reply(200, "text/html", "<p>no sound</p>".getBytes(StandardCharsets.UTF_8));
  }
}
