package dev.rapidcall.gateway.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two requests are the same one. */
final class Fingerprint {

  private Fingerprint() {}

  static String of(HttpServletRequest request, byte[] body) {
    MessageDigest digest = start(request);
    digest.update(body);
    return HexFormat.of().formatHex(digest.digest());
  }

  /** An upload is passed on without being held: its body is compared when it was read. */
  static String ofUpload(HttpServletRequest request) {
    MessageDigest digest = start(request);
    digest.update(text("length " + request.getContentLengthLong()));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest start(HttpServletRequest request) {
    MessageDigest digest = digest();
    digest.update(text(request.getMethod() + "\n" + request.getRequestURI() + "\n"));
    digest.update(text(request.getQueryString() + "\n"));
    return digest;
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
