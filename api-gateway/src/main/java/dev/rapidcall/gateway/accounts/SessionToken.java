package dev.rapidcall.gateway.accounts;

/** What a browser shows to prove its session. Only its hash is ever stored. */
record SessionToken(String value) {
  private static final int BYTES = 24;

  static SessionToken fresh(RandomTexts random) {
    return new SessionToken(random.hex(BYTES));
  }

  String hash() {
    return Sha256.hex(value);
  }

  CsrfToken csrf() {
    return CsrfToken.of(this);
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
