package dev.rapidcall.recordings.ledger;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a recording may stand as it does without anything new becoming known. A call that goes
 * on while its egress records has none: calls of any length are fine.
 */
record Deadline(Duration quietAtMost, String reason) {

  static Optional<Deadline> of(Verdict verdict, RecordingSettings settings) {
    if (verdict.isWriting()) {
      return Optional.of(
          new Deadline(settings.endingAtMost(), "LiveKit Egress never finished writing the file."));
    }
    if (verdict.isCallOver()) {
      return Optional.of(
          new Deadline(
              settings.afterCallAtMost(),
              verdict.running().isEmpty()
                  ? "The call ended, and LiveKit never said whether it was recorded."
                  : "LiveKit Egress never said that the recording had ended."));
    }
    return verdict.hasBegun()
        ? Optional.empty()
        : Optional.of(
            new Deadline(
                settings.startingAtMost(), "LiveKit Egress took the recording and never began."));
  }
}
