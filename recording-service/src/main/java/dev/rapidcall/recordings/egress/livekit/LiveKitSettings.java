package dev.rapidcall.recordings.egress.livekit;

import dev.rapidcall.service.environment.Secret;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How LiveKit is reached.
 *
 * @param apiKey the live keys; the first signs
 * @param apiSecret the secrets of the keys, in the same order
 * @param startTimeout above 25 s: with no egress service LiveKit takes 22 s to say so
 */
@Validated
@ConfigurationProperties("rapidcall.livekit")
record LiveKitSettings(
    @NotBlank String url,
    @NotEmpty List<String> apiKey,
    @NotEmpty List<Secret> apiSecret,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("35s") Duration startTimeout) {

  /** The address for requests: browsers use {@code ws}, the API is plain HTTP. */
  String httpUrl() {
    String base = url.strip();
    if (base.startsWith("ws")) {
      base = "http" + base.substring("ws".length());
    }
    return base.endsWith("/") ? base : base + "/";
  }

  String signingKey() {
    return apiKey.getFirst();
  }

  String signingSecret() {
    return apiSecret.getFirst().value();
  }
}
