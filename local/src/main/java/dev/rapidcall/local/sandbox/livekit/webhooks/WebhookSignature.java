package dev.rapidcall.local.sandbox.livekit.webhooks;

import dev.rapidcall.local.sandbox.livekit.wire.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The token that goes with a webhook: bare, five minutes valid, with the digest of the body. */
public final class WebhookSignature {

  private static final long VALID_SECONDS = 300;

  private final SigningKey key;
  private final Clock clock;

  /** Signs with this key. */
  public WebhookSignature(SigningKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  String of(String body) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("exp", now + VALID_SECONDS);
    claims.put("iss", key.apiKey());
    claims.put("nbf", now);
    claims.put("sha256", digest(body));
    return key.sign(JsonMapper.shared().writeValueAsString(claims));
  }

  private static String digest(String body) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JVM has no SHA-256", e);
    }
  }
}
