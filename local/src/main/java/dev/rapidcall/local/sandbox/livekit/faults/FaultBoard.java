package dev.rapidcall.local.sandbox.livekit.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** The faults that are set now. Setting new ones lets go of every request that hangs. */
public final class FaultBoard implements AutoCloseable {

  private Faults faults = Faults.NONE;
  private Random dice = new Random(0);
  private int requestsLeft;
  private CountDownLatch changed = new CountDownLatch(1);

  public synchronized Faults get() {
    return faults;
  }

  /** Replaces all faults. */
  public synchronized void set(Faults other) {
    faults = other;
    dice = new Random(other.seed());
    requestsLeft = other.api().times();
    changed.countDown();
    changed = new CountDownLatch(1);
  }

  /** How long each copy of this webhook is held back; none: it is lost. */
  public synchronized List<Duration> copiesOf(String event) {
    WebhookFaults set = faults.webhooks();
    if (!set.concerns(event)) {
      return List.of(Duration.ZERO);
    }
    List<Duration> copies = new ArrayList<>();
    if (dice.nextDouble() >= set.lose()) {
      for (int i = 0; i < set.repeat(); i++) {
        copies.add(set.delay().plus(dicePart(set.shuffle())));
      }
    }
    return copies;
  }

  /** What befalls a request to this method, if anything. */
  public synchronized Optional<ApiFault> befalling(String method) {
    ApiFaults set = faults.api();
    if (!set.concerns(method) || (set.times() > 0 && requestsLeft == 0)) {
      return Optional.empty();
    }
    requestsLeft--;
    return Optional.of(
        set.hang() ? new ApiFault.Hangs(changed) : new ApiFault.Answers(set.status()));
  }

  public synchronized EgressFaults egress() {
    return faults.egress();
  }

  /** Lets go of what hangs. */
  @Override
  public synchronized void close() {
    changed.countDown();
  }

  private Duration dicePart(Duration window) {
    return Duration.ofNanos((long) (dice.nextDouble() * window.toNanos()));
  }
}
