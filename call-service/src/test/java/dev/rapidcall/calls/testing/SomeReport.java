package dev.rapidcall.calls.testing;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.CallMetricsEvent.Usage;
import dev.rapidcall.events.EventId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a voice agent measured of a call. */
public final class SomeReport {
  private final String call;
  private Instant at = SomeCall.START;
  private @Nullable Long read;
  private @Nullable Long written;
  private @Nullable BigDecimal heard;
  private @Nullable Long spoken;
  private @Nullable Map<String, BigDecimal> latency;

  private SomeReport(String call) {
    this.call = call;
  }

  public static SomeReport of(String call) {
    return new SomeReport(call);
  }

  public SomeReport at(Instant time) {
    at = time;
    return this;
  }

  public SomeReport tokens(long prompt, long completion) {
    read = prompt;
    written = completion;
    return this;
  }

  public SomeReport speech(String seconds, long characters) {
    heard = new BigDecimal(seconds);
    spoken = characters;
    return this;
  }

  public SomeReport latency(String millis) {
    latency = Map.of("agent_turn_latency_ms_avg", new BigDecimal(millis));
    return this;
  }

  public Fact fact() {
    Usage usage =
        read == null && spoken == null
            ? null
            : new Usage(read, null, written, spoken, null, heard, null, null, null);
    return new Fact(
        new EventId(UUID.randomUUID().toString()),
        "test",
        at,
        at,
        new CallMetricsReported(new CallId(call), usage, null, latency, null, null));
  }
}
