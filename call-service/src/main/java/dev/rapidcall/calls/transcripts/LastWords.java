package dev.rapidcall.calls.transcripts;

import dev.rapidcall.calls.work.CallTask;
import dev.rapidcall.calls.work.TaskSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * When a transcript is whole. The agent goes on sending fuller ones after the end of a call; the
 * last seconds of a talk are often what it is about.
 */
@Component
public class LastWords {
  private final Transcripts transcripts;
  private final TaskSettings settings;
  private final Clock clock;

  LastWords(Transcripts transcripts, TaskSettings settings, Clock clock) {
    this.transcripts = transcripts;
    this.settings = settings;
    this.clock = clock;
  }

  /** When to look again, or empty if the transcript can be taken as it is. */
  public Optional<Instant> awaited(CallTask task) {
    Instant whole =
        wholeAt(task.plannedAt(), transcripts.changedAt(task.call()).orElse(null), settings);
    return Optional.of(whole).filter(clock.instant()::isBefore);
  }

  /** A call of which nothing was heard yet is waited for as long as possible. */
  static Instant wholeAt(Instant ended, @Nullable Instant changed, TaskSettings settings) {
    Instant latest = ended.plus(settings.latest());
    if (changed == null) {
      return latest;
    }
    Instant quiet = (changed.isAfter(ended) ? changed : ended).plus(settings.quiet());
    return quiet.isBefore(latest) ? quiet : latest;
  }
}
