package dev.rapidcall.events;

/** A typed identifier. On the wire it is its plain text. */
public interface Id {
  /** Longest identifier that any store of RapidCall accepts, in characters. */
  int MAX_LENGTH = 256;

  /** The identifier as its issuer wrote it. */
  String value();

  /**
   * Refuses what can be no identifier.
   *
   * @throws IllegalArgumentException if the value is blank or longer than {@link #MAX_LENGTH}
   */
  static void check(String type, String value) {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          type + " must have 1 to " + MAX_LENGTH + " characters, not " + value.length());
    }
  }
}
