package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import dev.rapidcall.recordings.ledger.RecordingFact.GivenUp;
import dev.rapidcall.recordings.ledger.RecordingFact.LookedInVain;
import java.util.Comparator;
import java.util.Map;

/** Says to a person why there is no recording. */
final class Reasons {
  private static final String NOBODY_HEARD = "Start signal not received";

  private Reasons() {}

  static String of(Verdict verdict) {
    return switch (verdict.status()) {
      case FAILED -> ofFailure(verdict);
      case MISSING -> ofLoss(verdict);
      case PARKED, NONE, REQUESTED, RECORDING, STOPPING, VERIFYING, READY -> "";
    };
  }

  private static String ofFailure(Verdict verdict) {
    GivenUp givenUp = verdict.state().givenUp();
    if (givenUp != null) {
      return givenUp.reason();
    }
    return verdict.egress().map(Map.Entry::getValue).map(Reasons::ofEgress).orElse("");
  }

  private static String ofEgress(EgressView egress) {
    if (egress.error().contains(NOBODY_HEARD)) {
      return "Nothing was recorded: nobody was heard in the room before it closed.";
    }
    String said = egress.error().isBlank() ? "no cause was given" : egress.error();
    return egress.status() == EgressStatus.ABORTED
        ? "The recording was broken off before it began: " + said
        : "LiveKit Egress could not make the recording: " + said;
  }

  private static String ofLoss(Verdict verdict) {
    return verdict.state().lookedInVain().values().stream()
        .min(Comparator.comparing(LookedInVain::at).thenComparing(LookedInVain::reason))
        .map(LookedInVain::reason)
        .orElse("");
  }
}
