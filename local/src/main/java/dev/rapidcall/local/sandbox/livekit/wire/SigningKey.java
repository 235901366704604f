package dev.rapidcall.local.sandbox.livekit.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An API key and its secret: signs and checks tokens (HS256).
 *
 * @param apiKey the public part
 * @param apiSecret never printed
 */
public record SigningKey(String apiKey, String apiSecret) {

  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  /** A token with these claims (JSON). */
  public String sign(String claims) {
    String content = HEADER + "." + encode(claims);
    return content + "." + ENCODER.encodeToString(mac(content));
  }

  /** Whether the signature of `content` (header and claims, encoded) is ours. */
  boolean signed(String content, byte[] signature) {
    return MessageDigest.isEqual(mac(content), signature);
  }

  @Override
  public String toString() {
    return "SigningKey[apiKey=" + apiKey + ", apiSecret=[redacted]]";
  }

  private static String encode(String json) {
    return ENCODER.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] mac(String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(apiSecret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no " + ALGORITHM, e);
    }
  }
}
