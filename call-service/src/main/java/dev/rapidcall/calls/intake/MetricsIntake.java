package dev.rapidcall.calls.intake;

import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.calls.metrics.NoteMetrics;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.work.AfterCommit;
import dev.rapidcall.events.CallMetricsEvent;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
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
  private final Counter withUsage;
  private final Counter withoutUsage;

  MetricsIntake(NoteMetrics noteMetrics, KnownCalls calls, MeterRegistry meters) {
    this.noteMetrics = noteMetrics;
    this.calls = calls;
    this.withUsage = posted("true", meters);
    this.withoutUsage = posted("false", meters);
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
    if (!noteMetrics.note(Fact.of(envelope))) {
      return;
    }
    AfterCommit.run((hasUsage(envelope.event()) ? withUsage : withoutUsage)::increment);
    if (!calls.contains(envelope.event().callId())) {
      AfterCommit.run(parked::increment);
    }
  }

  private static boolean hasUsage(CallMetricsEvent event) {
    return switch (event) {
      case CallMetricsReported report -> report.usage() != null;
    };
  }

  private static Counter posted(String hasUsage, MeterRegistry meters) {
    return Counter.builder("rapidcall.call.metrics.posted")
        .description("Reports of metrics by voice agents")
        .tag("hasUsage", hasUsage)
        .register(meters);
  }
}
