package dev.rapidcall.calls.knowledge;

/** A file that no text can be taken from; the message says why, to a person. */
public final class UnreadablePdfException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public UnreadablePdfException(String why) {
    super(why);
  }
}
