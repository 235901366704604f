package dev.rapidcall.gateway.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What a page of ours can read from its cookie and a foreign one cannot. It follows from the
 * session's token, so it belongs to that session alone and is stored nowhere; the token does not
 * follow from it.
 */
record CsrfToken(String value) {
  private static final int LENGTH = 48;

  static CsrfToken of(SessionToken session) {
    return new CsrfToken(Sha256.hex("csrf of " + session.value()).substring(0, LENGTH));
  }

  boolean matches(@Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
