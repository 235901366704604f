package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.errors.ApiException.Unavailable;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of bodies may lie in memory at once, whoever sent them. Who comes when it is full
 * is told to come again: that is better than to fail for everybody.
 */
final class BodyBudget {
  private static final int RETRY_AFTER_SECONDS = 2;

  private final long most;
  private final AtomicLong held = new AtomicLong();

  BodyBudget(long most) {
    this.most = most;
  }

  Share share() {
    return new Share();
  }

  /** What one request holds; given back when the request is over. */
  final class Share implements AutoCloseable {
    private long mine;

    void take(int bytes) {
      if (held.addAndGet(bytes) > most) {
        held.addAndGet(-bytes);
        throw new Unavailable("Temporarily unavailable, try again", RETRY_AFTER_SECONDS);
      }
      mine += bytes;
    }

    @Override
    public void close() {
      held.addAndGet(-mine);
      mine = 0;
    }
  }
}
