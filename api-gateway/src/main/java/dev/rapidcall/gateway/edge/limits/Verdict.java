package dev.rapidcall.gateway.edge.limits;

import dev.rapidcall.service.errors.ApiException.TooManyRequests;
import io.github.bucket4j.ConsumptionProbe;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What a bucket said to one more request. */
final class Verdict {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private Verdict() {}

  /** Empty if it may pass. */
  static Optional<TooManyRequests> of(ConsumptionProbe probe) {
    if (probe.isConsumed()) {
      return Optional.empty();
    }
    int seconds = Math.toIntExact(Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND));
    return Optional.of(
        new TooManyRequests("Too many requests, try again later", Math.max(1, seconds)));
  }
}
