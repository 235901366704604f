package dev.rapidcall.calls.history;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The last call of a page. The next page begins behind it, whatever calls have come meanwhile. */
record CallCursor(Instant startedAt, String id) {
  private static final char BETWEEN = ' ';
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  String encode() {
    String text = startedAt.toString() + BETWEEN + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty for whatever {@link #encode} did not make. */
  static Optional<CallCursor> decode(String encoded) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      int between = text.indexOf(BETWEEN);
      if (between < 0 || text.indexOf('\0') >= 0) {
        return Optional.empty();
      }
      Instant startedAt = Instant.parse(text.substring(0, between));
      return Optional.of(new CallCursor(startedAt, text.substring(between + 1)))
          .filter(it -> !startedAt.isBefore(Instant.EPOCH) && startedAt.isBefore(LATEST));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
