package dev.rapidcall.messaging.consuming;

/** Carries an {@link Error} past the container, which would otherwise end the consumer's thread. */
final class HandlerDiedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HandlerDiedException(Error error) {
    super(error.toString(), error);
  }
}
