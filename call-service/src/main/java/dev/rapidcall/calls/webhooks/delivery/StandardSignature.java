package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.service.environment.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as the Standard Webhooks specification says: id, time and body, once with each secret. */
final class StandardSignature {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String VERSION = "v1,";

  private StandardSignature() {}

  /** The three headers of a signed request. */
  static Map<String, String> headers(
      String eventId, Instant sentAt, String body, List<Secret> secrets) {
    String timestamp = Long.toString(sentAt.getEpochSecond());
    String signed = eventId + "." + timestamp + "." + body;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", eventId);
    headers.put("webhook-timestamp", timestamp);
    headers.put(
        "webhook-signature",
        secrets.stream()
            .map(secret -> VERSION + mac(signed, secret))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  private static String mac(String signed, Secret secret) {
    byte[] key =
        Base64.getDecoder().decode(secret.value().substring(SigningSecret.PREFIX.length()));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
