package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.work.AfterCommit;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Counts calls where it is decided that they started and ended, so each once. */
@Component
class CallMeters {
  private static final String OTHER = "other";

  /** Clients may give words of their own; those would be series without end. */
  private static final Set<String> OUTCOMES =
      Set.of(
          Outcome.USER_HANGUP,
          Outcome.AGENT_HANGUP,
          Outcome.AGENT_LOST,
          Outcome.AGENT_NO_SHOW,
          Outcome.CALLER_NO_SHOW,
          Outcome.ABANDONED,
          Outcome.DIAL_BUSY,
          Outcome.DIAL_FAILED,
          Outcome.ENDED_BY_API,
          Outcome.MAX_DURATION,
          Outcome.STALE_TIMEOUT,
          "dial_no_answer",
          "dial_timeout",
          "timeout",
          "transferred");

  /** Alerts are made of these; a series that begins with its first call would show no increase. */
  private static final List<String> ALARMING = List.of(Outcome.AGENT_LOST, Outcome.AGENT_NO_SHOW);

  private static final Duration[] BUCKETS =
      Stream.of(1, 5, 10, 20, 30, 60, 120, 300, 600, 1_200, 3_600)
          .map(Duration::ofSeconds)
          .toArray(Duration[]::new);

  private final MeterRegistry meters;

  CallMeters(MeterRegistry meters) {
    this.meters = meters;
    for (CallChannel channel : CallChannel.values()) {
      starts(channel);
      agentMissing(channel);
      ALARMING.forEach(outcome -> ends(source(channel), outcome));
    }
  }

  /** In the transaction that says so. */
  void started(CallChannel channel) {
    AfterCommit.run(() -> starts(channel).increment());
  }

  /** In the transaction that says so, and only when the call was not over before. */
  void ended(CallChannel channel, CallResult result) {
    AfterCommit.run(() -> count(source(channel), outcome(result), result.talkTime()));
  }

  /** In the transaction that says so. */
  void agentIsMissing(CallChannel channel) {
    AfterCommit.run(() -> agentMissing(channel).increment());
  }

  private Counter agentMissing(CallChannel channel) {
    return Counter.builder("rapidcall.calls.agent.missing")
        .description("Calls whose caller was without an agent for too long, each once")
        .tag("source", source(channel))
        .register(meters);
  }

  private Counter ends(String source, String outcome) {
    return Counter.builder("rapidcall.calls.ended")
        .description("Calls that ended, each once")
        .tags("source", source, "outcome", outcome)
        .register(meters);
  }

  private Counter starts(CallChannel channel) {
    return Counter.builder("rapidcall.calls.started")
        .description("Calls whose room was opened")
        .tag("source", source(channel))
        .register(meters);
  }

  private void count(String source, String outcome, Duration talk) {
    ends(source, outcome).increment();
    Timer.builder("rapidcall.call.duration")
        .description("How long was talked, from answer to hang-up")
        .tags("source", source, "outcome", outcome)
        .serviceLevelObjectives(BUCKETS)
        .register(meters)
        .record(talk);
  }

  private static String source(CallChannel channel) {
    return channel == CallChannel.WEB ? "web" : "telephony";
  }

  private static String outcome(CallResult result) {
    return OUTCOMES.contains(result.outcome()) ? result.outcome() : OTHER;
  }
}
