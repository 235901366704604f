package dev.rapidcall.gateway.edge.limits;

import dev.rapidcall.service.errors.ApiException.TooManyRequests;
import io.github.bucket4j.ConsumptionProbe;
import java.util.concurrent.TimeUnit;

/** What a bucket said to one more request. */
final class Verdict {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private Verdict() {}

  /**
   * Lets it pass.
   *
   * @throws TooManyRequests if it has to wait
   */
  static void on(ConsumptionProbe probe) {
    if (!probe.isConsumed()) {
      int seconds = Math.toIntExact(Math.ceilDiv(probe.getNanosToWaitForRefill(), SECOND));
      throw new TooManyRequests("Too many requests, try again later", Math.max(1, seconds));
    }
  }
}
