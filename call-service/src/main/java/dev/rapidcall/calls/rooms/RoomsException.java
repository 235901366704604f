package dev.rapidcall.calls.rooms;

/**
 * LiveKit did not do what it was asked; always the provider's fault or ours, never the caller's.
 */
public final class RoomsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  /** Why it failed. */
  public enum Kind {
    /** No answer, or an answer that says to try again. */
    UNREACHABLE,
    /** A clear no. */
    REFUSED
  }

  /** Says what was asked and what became of it, without tokens. */
  public RoomsException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Says what was asked and what became of it, without tokens. */
  public RoomsException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Why it failed. */
  public Kind kind() {
    return kind;
  }
}
