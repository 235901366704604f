package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.EgressId;
import dev.rapidcall.recordings.ledger.RecordingFact.Known;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the facts mean: where the recording stands and what is to be done next. Pure. */
public record Verdict(RecordingState state) {

  /** Where the recording stands. */
  public RecordingStatus status() {
    if (state.workspace() == null) {
      return RecordingStatus.PARKED;
    }
    if (state.found() != null) {
      return RecordingStatus.READY;
    }
    if (state.wanted() == null) {
      return ofWhatWasMadeElsewhere();
    }
    if (state.givenUp() != null) {
      return RecordingStatus.FAILED;
    }
    if (isToStart() || isToFind()) {
      return RecordingStatus.REQUESTED;
    }
    if (isRunning()) {
      return isCallOver() || isWriting() ? RecordingStatus.STOPPING : RecordingStatus.RECORDING;
    }
    if (!unverified().isEmpty()) {
      return RecordingStatus.VERIFYING;
    }
    return hasUsableEgress() ? RecordingStatus.MISSING : RecordingStatus.FAILED;
  }

  /** What is to be done next. */
  public Step step() {
    return switch (status()) {
      case PARKED, NONE, READY -> Step.NONE;
      case REQUESTED -> isCallOver() ? Step.FIND : Step.START;
      case RECORDING -> Step.WATCH;
      case STOPPING -> toStop().isEmpty() ? Step.WATCH : Step.STOP;
      case VERIFYING -> Step.VERIFY;
      case FAILED, MISSING -> afterTheEnd();
    };
  }

  /** Why there is no recording, for a person; empty unless it failed or is missing. */
  public String reason() {
    return Reasons.of(this);
  }

  /** The egress that the recording is told by: one that wrote a file before one that did not. */
  public Optional<Map.Entry<EgressId, EgressView>> egress() {
    return state.egresses().entrySet().stream()
        .min(
            Comparator.comparing((Map.Entry<EgressId, EgressView> it) -> !it.getValue().isUsable())
                .thenComparing(it -> !it.getValue().hasRecorded())
                .thenComparing(it -> it.getKey().value()));
  }

  /** Whether sound is or was recorded. */
  public boolean hasBegun() {
    return views().anyMatch(EgressView::hasRecorded);
  }

  /** Whether an egress claims to have written the file. */
  public boolean hasUsableEgress() {
    return views().anyMatch(EgressView::isUsable);
  }

  /** The egresses that have not ended. */
  public List<EgressId> running() {
    return ids(entries().filter(it -> !it.getValue().isTerminal()));
  }

  /** The egresses that must still be asked to finish. */
  public List<EgressId> toStop() {
    return ids(
        entries()
            .filter(it -> !it.getValue().isTerminal() && !it.getValue().isEnding())
            .filter(it -> !state.stopAsked().contains(it.getKey())));
  }

  /** The egresses that have ended and whose file was not looked for long enough. */
  public List<EgressId> unverified() {
    return ids(
        entries()
            .filter(it -> it.getValue().isTerminal())
            .filter(it -> !state.lookedInVain().containsKey(it.getKey())));
  }

  /** The files that may be the recording, the one we asked for first. */
  public List<String> possibleKeys(String ours) {
    return Stream.concat(
            Stream.of(ours),
            views()
                .filter(EgressView::isUsable)
                .map(EgressView::key)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted())
        .distinct()
        .toList();
  }

  /** Whether whatever still runs is writing its file. */
  public boolean isWriting() {
    return isRunning() && views().filter(it -> !it.isTerminal()).allMatch(EgressView::isEnding);
  }

  /** Whether the call is over. */
  public boolean isCallOver() {
    return state.callOver() != null;
  }

  /** While the call goes on, an egress of ours that failed before it began is replaced. */
  private boolean isToStart() {
    return !isCallOver() && views().filter(this::isOurs).allMatch(EgressView::hasFailedEarly);
  }

  private boolean isToFind() {
    return isCallOver() && state.egresses().isEmpty();
  }

  /** Customers may run egresses of their own in the room. */
  private boolean isOurs(EgressView egress) {
    Wanted wanted = state.wanted();
    return wanted != null && wanted.key().equals(egress.key());
  }

  private boolean isRunning() {
    return !running().isEmpty();
  }

  private RecordingStatus ofWhatWasMadeElsewhere() {
    Known known = state.known();
    if (known == null || known.key() == null) {
      return RecordingStatus.NONE;
    }
    return state.givenUp() == null ? RecordingStatus.VERIFYING : RecordingStatus.FAILED;
  }

  private Step afterTheEnd() {
    if (isRunning()) {
      return isCallOver() && !toStop().isEmpty() ? Step.STOP : Step.LOOK_AGAIN;
    }
    if (!unverified().isEmpty()) {
      return Step.VERIFY;
    }
    return hasBegun() || state.wanted() == null ? Step.LOOK_AGAIN : Step.NONE;
  }

  private Stream<EgressView> views() {
    return entries().map(Map.Entry::getValue);
  }

  private Stream<Map.Entry<EgressId, EgressView>> entries() {
    return state.egresses().entrySet().stream();
  }

  private static List<EgressId> ids(Stream<Map.Entry<EgressId, EgressView>> entries) {
    return entries.map(Map.Entry::getKey).sorted(Comparator.comparing(EgressId::value)).toList();
  }
}
