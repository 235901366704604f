package dev.rapidcall.recordings.ledger;

import dev.rapidcall.recordings.ledger.RecordingFact.GivenUp;
import dev.rapidcall.recordings.objects.FilesException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Our own deadlines, for an egress can hang for ever. Before a recording is given up its file is
 * looked for: the file decides, not the provider's word.
 */
@Component
public class GiveUp {
  private final RecordingSettings settings;
  private final FindFile findFile;
  private final Clock clock;

  GiveUp(RecordingSettings settings, FindFile findFile, Clock clock) {
    this.settings = settings;
    this.findFile = findFile;
    this.clock = clock;
  }

  /** The facts that end a recording whose deadline has passed; empty while there is time. */
  public Optional<List<RecordingFact>> ifOverdue(Task task) {
    return Deadline.of(task.verdict(), settings)
        .filter(deadline -> task.quietFor().compareTo(deadline.quietAtMost()) >= 0)
        .map(deadline -> List.of(end(task, deadline)));
  }

  private RecordingFact end(Task task, Deadline deadline) {
    GivenUp givenUp = new GivenUp(clock.instant(), deadline.reason());
    try {
      return findFile.find(task).<RecordingFact>map(found -> found).orElse(givenUp);
    } catch (FilesException e) {
      if (isFarOver(task, deadline)) {
        return givenUp;
      }
      throw e;
    }
  }

  private static boolean isFarOver(Task task, Deadline deadline) {
    Duration far = deadline.quietAtMost().multipliedBy(2);
    return task.quietFor().compareTo(far) >= 0;
  }
}
