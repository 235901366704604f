package dev.rapidcall.gateway.webhooks.livekit;

import dev.rapidcall.service.environment.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The live key pairs of LiveKit, by position.
 *
 * @param keys {@code LIVEKIT_API_KEY}
 * @param secrets {@code LIVEKIT_API_SECRET}
 */
@Validated
@ConfigurationProperties("rapidcall.livekit")
record LiveKitSettings(@NotEmpty List<String> keys, @NotEmpty List<Secret> secrets) {

  @AssertTrue(message = "LIVEKIT_API_KEY and LIVEKIT_API_SECRET must have as many entries each")
  boolean isPaired() {
    return keys.size() == secrets.size();
  }

  Optional<Secret> secretOf(String key) {
    int position = keys.indexOf(key);
    return position < 0 ? Optional.empty() : Optional.of(secrets.get(position));
  }
}
