package dev.rapidcall.events;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The identity of a call and the key of everything that is said about it. It is a pure function of
 * the room's name, so a webhook in any order, from any source, names its call without a look-up.
 */
public record CallId(String value) implements Id {
  private static final String OUTBOUND_ROOM = "out-";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int LENGTH = 12;

  /**
   * @throws IllegalArgumentException if the value is blank or too long
   */
  public CallId {
    Id.check("CallId", value);
  }

  /**
   * The call that takes place in a room: {@code out_<jobId>} for an outbound job's room {@code
   * out-<jobId>}, else {@code call_} and twelve characters drawn from the SHA-256 of the name.
   */
  public static CallId of(RoomName room) {
    if (room.value().startsWith(OUTBOUND_ROOM)) {
      return new CallId("out_" + room.value().substring(OUTBOUND_ROOM.length()));
    }
    return new CallId("call_" + base62(sha256(room.value())));
  }

  @Override
  public String toString() {
    return value;
  }

  private static String base62(byte[] digest) {
    BigInteger base = BigInteger.valueOf(ALPHABET.length());
    BigInteger rest = new BigInteger(1, digest);
    StringBuilder text = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      BigInteger[] divided = rest.divideAndRemainder(base);
      text.append(ALPHABET.charAt(divided[1].intValue()));
      rest = divided[0];
    }
    return text.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
