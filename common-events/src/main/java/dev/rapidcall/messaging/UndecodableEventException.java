package dev.rapidcall.messaging;

/** The record is no event of ours: headers are missing or the JSON does not fit its type. */
public final class UndecodableEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UndecodableEventException(String message) {
    super(message);
  }

  UndecodableEventException(String message, Throwable cause) {
    super(message, cause);
  }
}
