package dev.rapidcall.messaging;

import org.jspecify.annotations.Nullable;

/** The broker did not acknowledge in time: the event may be lost, so its sender must try again. */
public final class NotDurableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what the broker did. */
  public NotDurableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
