package dev.rapidcall.local.sandbox.livekit.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How recordings turn out.
 *
 * @param outcome for every egress that starts while this is set
 * @param delay how long `no-service` takes to say so, when not as long as usual
 */
public record EgressFaults(Outcome outcome, Optional<Duration> delay) {

  public static final EgressFaults NONE = new EgressFaults(Outcome.COMPLETE, Optional.empty());

  /** The ways a recording can end, or not. */
  public enum Outcome {
    /** As it should. */
    COMPLETE,
    /** FAILED at its end, nothing uploaded. */
    FAILED,
    /** ABORTED at its end: it never saw the start signal. */
    ABORTED,
    /** Stays ACTIVE for ever; StopEgress gets no answer from it. */
    NEVER_ENDS,
    /** Stays STARTING for ever. */
    NEVER_STARTS,
    /** Says COMPLETE, but there is no object in S3. */
    NO_OBJECT,
    /** No egress service runs: StartEgress answers 503, after a while. */
    NO_SERVICE;

    /** As written in the control API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The outcome of that name. */
    public static Outcome named(String wireName) {
      return Arrays.stream(values())
          .filter(outcome -> outcome.wireName().equals(wireName))
          .findFirst()
          .orElseThrow(
              () -> new IllegalArgumentException("egress.outcome: unknown '" + wireName + "'"));
    }
  }
}
