package dev.rapidcall.gateway.accounts;

/** What an invited person shows. Only its hash is ever stored. */
record InvitationToken(String value) {
  private static final int BYTES = 24;

  static InvitationToken fresh(RandomTexts random) {
    return new InvitationToken(random.hex(BYTES));
  }

  String hash() {
    return Sha256.hex(value);
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
