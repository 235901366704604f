package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import dev.rapidcall.recordings.objects.FileLocation;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * A recording that a worker holds, as it was when it was claimed.
 *
 * @param attempts how often this step was tried before
 * @param quietFor how long nothing new has been learnt
 * @param lastProblem what went wrong the last time, empty if nothing did
 */
public record Task(
    CallId call,
    FileLocation location,
    Step step,
    Verdict verdict,
    int attempts,
    Duration quietFor,
    String lastProblem,
    UUID lease) {

  /** The room of the call. */
  public RoomName room() {
    Wanted wanted = Objects.requireNonNull(verdict.state().wanted());
    return wanted.room();
  }
}
