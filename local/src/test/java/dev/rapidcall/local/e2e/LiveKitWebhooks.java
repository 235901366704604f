package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.livekit.server.AccessToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Webhooks as LiveKit sends them, signed afresh. */
final class LiveKitWebhooks {
  private LiveKitWebhooks() {}

  static void send(String body) {
    AccessToken signature = new AccessToken(Platform.LIVEKIT_KEY, Platform.LIVEKIT_SECRET);
    signature.setSha256(sha256(body));
    assertThat(
            Client.of(Platform.gateway())
                .with("Authorization", signature.toJwt())
                .with("Content-Type", "application/webhook+json")
                .post("/api/livekit/webhook", body)
                .status())
        .isEqualTo(200);
  }

  private static String sha256(String body) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
