package dev.rapidcall.calls.webhooks.delivery.http;

/** We do not send there; the message tells the customer why. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message, null, false, false);
  }
}
