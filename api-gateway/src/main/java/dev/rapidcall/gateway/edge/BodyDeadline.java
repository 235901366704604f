package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.errors.ApiException.TooSlow;
import java.time.Duration;
import java.util.function.LongSupplier;

/** By when a body has to be there: one byte now and then keeps no connection for ever. */
final class BodyDeadline {
  private static final Duration ORDINARY = Duration.ofMinutes(1);
  private static final Duration UPLOAD = Duration.ofMinutes(10);

  private final LongSupplier nanoTime;
  private final long end;

  private BodyDeadline(LongSupplier nanoTime, Duration within) {
    this.nanoTime = nanoTime;
    this.end = nanoTime.getAsLong() + within.toNanos();
  }

  static BodyDeadline of(boolean upload, LongSupplier nanoTime) {
    return new BodyDeadline(nanoTime, upload ? UPLOAD : ORDINARY);
  }

  static TooSlow tooSlow() {
    return new TooSlow("Request body came too slowly");
  }

  /**
   * Looked at before each piece.
   *
   * @throws TooSlow if it is over
   */
  void check() {
    if (nanoTime.getAsLong() - end > 0) {
      throw tooSlow();
    }
  }
}
