package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.EgressId;
import dev.rapidcall.recordings.ledger.RecordingFact.GivenUp;
import dev.rapidcall.recordings.ledger.RecordingFact.LookedInVain;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.objects.FilesException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The egress is done, here or elsewhere: looks whether the file is really there, and how large it
 * is.
 */
@Component
class VerifyObject implements Work {
  private static final String NOT_WRITTEN =
      "LiveKit Egress completed the recording, but the storage has no file with content.";
  private static final String NOT_BROUGHT = "The storage of this installation has no such file.";

  private final FindFile findFile;
  private final RecordingSettings settings;
  private final Clock clock;

  VerifyObject(FindFile findFile, RecordingSettings settings, Clock clock) {
    this.findFile = findFile;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.VERIFY, Step.LOOK_AGAIN);
  }

  @Override
  public List<RecordingFact> perform(Task task) {
    Optional<ObjectFound> found;
    try {
      found = findFile.find(task);
    } catch (FilesException e) {
      if (isQuietFor(task, settings.verifyFor().plus(settings.endingAtMost()))) {
        return inVain(task, "The recording could not be checked: " + e.getMessage() + ".");
      }
      throw e;
    }
    if (found.isPresent()) {
      return List.of(found.get());
    }
    boolean mayStillAppear = task.verdict().hasUsableEgress();
    return mayStillAppear && !isQuietFor(task, settings.verifyFor())
        ? List.of()
        : inVain(task, wasMadeElsewhere(task) ? NOT_BROUGHT : NOT_WRITTEN);
  }

  private static boolean isQuietFor(Task task, Duration time) {
    return task.quietFor().compareTo(time) >= 0;
  }

  private static boolean wasMadeElsewhere(Task task) {
    return task.verdict().state().wanted() == null;
  }

  private List<RecordingFact> inVain(Task task, String reason) {
    Instant now = clock.instant();
    if (wasMadeElsewhere(task)) {
      return List.of(new GivenUp(now, reason));
    }
    return task.verdict().unverified().stream()
        .<RecordingFact>map((EgressId egress) -> new LookedInVain(now, egress, reason))
        .toList();
  }
}
