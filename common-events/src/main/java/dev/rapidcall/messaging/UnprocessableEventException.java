package dev.rapidcall.messaging;

/** The event itself is wrong: trying again cannot help, so it goes to the dead-letter topic. */
public final class UnprocessableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, without secrets and without phone numbers. */
  public UnprocessableEventException(String message) {
    super(message);
  }
}
