package dev.rapidcall.calls.voices;

import dev.rapidcall.calls.ai.BoundedHttp.Bounds;
import dev.rapidcall.service.environment.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The providers of voices.
 *
 * @param timeout for a whole answer
 * @param largest answer that is taken
 * @param atOnce how many requests may be under way to each
 */
@Validated
@ConfigurationProperties("rapidcall.voices")
public record VoiceSettings(
    @NotNull @Valid Account elevenlabs,
    @NotNull @Valid Account cartesia,
    @NotNull Duration connectTimeout,
    @NotNull Duration timeout,
    @NotNull DataSize largest,
    @Positive int atOnce) {

  /**
   * An account at a provider.
   *
   * @param apiKey empty where there is none
   */
  public record Account(@NotNull Secret apiKey, @NotNull URI baseUrl) {

    /** Whether there is one at all. */
    public boolean isConfigured() {
      return !apiKey.value().isBlank();
    }

    /** The address of something at the provider, given from the slash on. */
    public URI at(String path) {
      String base = baseUrl.toString();
      return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
  }

  /** What holds for requests to each of them. */
  public Bounds bounds() {
    return new Bounds(connectTimeout, timeout, largest.toBytes(), atOnce);
  }
}
