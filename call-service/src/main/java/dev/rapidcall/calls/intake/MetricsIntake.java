package dev.rapidcall.calls.intake;

import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.calls.metrics.NoteMetrics;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallMetricsEvent;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** What voice agents measured. A report of a call that is not known is kept until it is. */
@Component
class MetricsIntake implements EventConsumer<CallMetricsEvent> {
  private final NoteMetrics noteMetrics;
  private final KnownCalls calls;
  private final Counter parked;

  MetricsIntake(NoteMetrics noteMetrics, KnownCalls calls, MeterRegistry meters) {
    this.noteMetrics = noteMetrics;
    this.calls = calls;
    this.parked =
        Counter.builder("rapidcall.call.metrics.parked")
            .description("Reports of metrics for a call that was not known when they came")
            .register(meters);
  }

  @Override
  public String name() {
    return "calls.metrics";
  }

  @Override
  public Class<CallMetricsEvent> events() {
    return CallMetricsEvent.class;
  }

  @Override
  public void on(Envelope<CallMetricsEvent> envelope) {
    boolean isNew = noteMetrics.note(Fact.of(envelope));
    if (isNew && !calls.contains(envelope.event().callId())) {
      parked.increment();
    }
  }
}
