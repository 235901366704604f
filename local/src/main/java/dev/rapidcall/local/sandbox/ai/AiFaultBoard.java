package dev.rapidcall.local.sandbox.ai;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The faults that are set now. Setting new ones lets go of every request that is held back. */
public final class AiFaultBoard implements AutoCloseable {

  private AiFaults faults = AiFaults.NONE;
  private int left;
  private CountDownLatch changed = new CountDownLatch(1);

  public synchronized AiFaults get() {
    return faults;
  }

  /** Replaces all faults. */
  public synchronized void set(AiFaults other) {
    faults = other;
    left = other.times();
    changed.countDown();
    changed = new CountDownLatch(1);
  }

  /** What befalls a request at this door; it is held back as long as that says. */
  AiFaults befalling(String door) throws InterruptedException {
    AiFaults fault = take(door);
    if (!fault.delay().isZero()) {
      var unused = latch().await(fault.delay().toMillis(), TimeUnit.MILLISECONDS);
    }
    return fault;
  }

  @Override
  public synchronized void close() {
    changed.countDown();
  }

  private synchronized CountDownLatch latch() {
    return changed;
  }

  private synchronized AiFaults take(String door) {
    if (!faults.concerns(door) || (faults.times() > 0 && left == 0)) {
      return AiFaults.NONE;
    }
    left--;
    return faults;
  }
}
