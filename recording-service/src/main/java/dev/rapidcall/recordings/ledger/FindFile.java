package dev.rapidcall.recordings.ledger;

import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.objects.FileLocation;
import dev.rapidcall.recordings.objects.RecordedFiles;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Looks for a recording in the store; an empty file is none. */
@Component
class FindFile {
  private final RecordedFiles files;
  private final Clock clock;

  FindFile(RecordedFiles files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /** The first of the files that may be the recording. */
  Optional<ObjectFound> find(Task task) {
    for (String key : task.verdict().possibleKeys(task.location().key())) {
      OptionalLong size = files.size(new FileLocation(task.location().bucket(), key));
      if (size.isPresent() && size.getAsLong() > 0) {
        return Optional.of(new ObjectFound(clock.instant(), key, size.getAsLong()));
      }
    }
    return Optional.empty();
  }
}
