package dev.rapidcall.calls.rooms;

import org.jspecify.annotations.Nullable;

/**
 * LiveKit did not do what it was asked; always the provider's fault or ours, never the caller's.
 */
public final class RoomsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;
  private final @Nullable Integer sipStatus;

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
    this.sipStatus = null;
  }

  /** Says what was asked and what became of it, without tokens. */
  public RoomsException(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.sipStatus = null;
  }

  /** The same with what the other side of a phone line answered. */
  public RoomsException(Kind kind, String message, int sipStatus) {
    super(message);
    this.kind = kind;
    this.sipStatus = sipStatus;
  }

  /** What the other side of a phone line answered, such as 486 for busy; null if it did not. */
  public @Nullable Integer sipStatus() {
    return sipStatus;
  }

  /** Why it failed. */
  public Kind kind() {
    return kind;
  }
}
