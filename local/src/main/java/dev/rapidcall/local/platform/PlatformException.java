package dev.rapidcall.local.platform;

import org.jspecify.annotations.Nullable;

/** The platform cannot start; the message says why in one line. */
public final class PlatformException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PlatformException(String message) {
    this(message, null);
  }

  PlatformException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
