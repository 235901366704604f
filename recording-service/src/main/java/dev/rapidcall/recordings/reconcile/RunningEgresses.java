package dev.rapidcall.recordings.reconcile;

import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.recordings.egress.Egress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** LiveKit's list of running egresses, asked for once a second at most however many want it. */
@Component
class RunningEgresses {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private final Egress egress;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private List<EgressReported> reports = List.of();
  private Instant askedAt = Instant.EPOCH;

  RunningEgresses(Egress egress, Clock clock) {
    this.egress = egress;
    this.clock = clock;
  }

  List<EgressReported> list() {
    lock.lock();
    try {
      Instant now = clock.instant();
      if (Duration.between(askedAt, now).abs().compareTo(FRESH) >= 0) {
        reports = egress.running();
        askedAt = now;
      }
      return reports;
    } finally {
      lock.unlock();
    }
  }
}
