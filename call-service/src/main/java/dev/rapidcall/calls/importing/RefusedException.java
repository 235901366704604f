package dev.rapidcall.calls.importing;

/** An item that cannot be taken; the message says why, to a person. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedException(String why) {
    super(why, null, false, false);
  }
}
