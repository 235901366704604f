package dev.rapidcall.messaging.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What the relay did, in numbers. */
final class OutboxMetrics {
  private final Counter sent;
  private final Counter failures;

  OutboxMetrics(MeterRegistry meters) {
    sent = meters.counter("rapidcall.outbox.sent");
    failures = meters.counter("rapidcall.outbox.failures");
  }

  void sent(int events) {
    sent.increment(events);
  }

  void failed() {
    failures.increment();
  }
}
