package dev.rapidcall.calls.webhooks.testing;

import dev.rapidcall.calls.webhooks.testing.Receiver.Received;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a signature as a customer would who has read the Standard Webhooks specification. */
public final class CustomerSide {
  private CustomerSide() {}

  public static boolean accepts(Received request, String secret) {
    String signed =
        request.header("webhook-id")
            + "."
            + request.header("webhook-timestamp")
            + "."
            + request.body();
    byte[] expected = hmac(Base64.getDecoder().decode(secret.replaceFirst("whsec_", "")), signed);
    return Arrays.stream(request.header("webhook-signature").split(" "))
        .filter(signature -> signature.startsWith("v1,"))
        .map(signature -> Base64.getDecoder().decode(signature.substring("v1,".length())))
        .anyMatch(signature -> MessageDigest.isEqual(signature, expected));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
