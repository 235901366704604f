package dev.rapidcall.calls.rooms.livekit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The LiveKit server.
 *
 * @param url as clients know it; {@code ws} and {@code wss} are fine
 * @param apiKey several, comma-separated, during a rotation; the first one signs
 * @param apiSecret in the order of the keys
 * @param timeout for one request
 */
@Validated
@ConfigurationProperties("rapidcall.livekit")
record LiveKitProperties(
    @NotBlank String url,
    @NotBlank String apiKey,
    @NotBlank String apiSecret,
    @NotNull Duration timeout) {

  String httpUrl() {
    String http = url.startsWith("ws") ? "http" + url.substring(2) : url;
    return http.endsWith("/") ? http : http + "/";
  }

  String signingKey() {
    return apiKey.split(",", -1)[0].strip();
  }

  String signingSecret() {
    return apiSecret.split(",", -1)[0].strip();
  }

  @Override
  public String toString() {
    return "LiveKitProperties[url=" + url + ", apiKey=" + apiKey + ", apiSecret=[redacted]]";
  }
}
