package dev.rapidcall.gateway.webhooks.livekit;

import dev.rapidcall.service.environment.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.stream.IntStream;
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

  /** The newest first. */
  List<KeyPair> pairs() {
    return IntStream.range(0, keys.size())
        .mapToObj(position -> new KeyPair(keys.get(position), secrets.get(position)))
        .toList();
  }

  record KeyPair(String key, Secret secret) {}
}
