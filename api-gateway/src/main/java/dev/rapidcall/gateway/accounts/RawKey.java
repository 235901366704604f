package dev.rapidcall.gateway.accounts;

/** An API key as its owner shows it. Only its hash is ever stored. */
record RawKey(String value) {
  /** How every API key begins, and no session's token. */
  static final String START = "rck_";

  private static final int RANDOM_LENGTH = 32;
  private static final int SHOWN_LENGTH = 12;

  static RawKey fresh(RandomTexts random) {
    return new RawKey(START + random.alphanumeric(RANDOM_LENGTH));
  }

  String prefix() {
    return value.substring(0, SHOWN_LENGTH);
  }

  String hash() {
    return Sha256.hex(value);
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
