package dev.rapidcall.telephony.dialling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The outbound numbers of the contract; they are there before the first job is. */
@Component
final class OutboundMeters {
  private static final Duration[] BUCKETS =
      Stream.of(1, 3, 5, 10, 15, 20, 30, 45, 60).map(Duration::ofSeconds).toArray(Duration[]::new);

  OutboundMeters(MeterRegistry meters) {
    counter("rapidcall.outbound.jobs.queued", "Outbound jobs that were made").register(meters);
    counter("rapidcall.outbound.jobs.dialed", "Outbound jobs that were dialled").register(meters);
    counter("rapidcall.outbound.jobs.failed", "Outbound jobs that failed")
        .tag("reason", "other")
        .register(meters);
    counter("rapidcall.outbound.calls.answered", "Outbound calls that were answered")
        .register(meters);
    Timer.builder("rapidcall.outbound.time.to.answer")
        .description("How long an outbound call rang before it was answered")
        .serviceLevelObjectives(BUCKETS)
        .register(meters);
  }

  private static Counter.Builder counter(String name, String description) {
    return Counter.builder(name).description(description);
  }
}
