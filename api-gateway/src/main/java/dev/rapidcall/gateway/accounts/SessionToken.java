package dev.rapidcall.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a browser shows to prove its session. Only its hash is ever stored. */
record SessionToken(String value) {
  private static final int BYTES = 24;

  static SessionToken fresh(RandomTexts random) {
    return new SessionToken(random.hex(BYTES));
  }

  String hash() {
    try {
      byte[] text = value.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
