package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import dev.rapidcall.messaging.EventPublisher;
import dev.rapidcall.recordings.ledger.Announcements.Announcement;
import dev.rapidcall.recordings.objects.FileLocation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes facts into the ledger: keeps those that say something new, writes down what follows from
 * them and tells the world, all in one transaction. The only place that changes a recording.
 */
@Component
public class RecordFact {
  private final Recordings recordings;
  private final RecordingFacts facts;
  private final EventPublisher publisher;
  private final WorkSignal signal;
  private final Clock clock;

  RecordFact(
      Recordings recordings,
      RecordingFacts facts,
      EventPublisher publisher,
      WorkSignal signal,
      Clock clock) {
    this.recordings = recordings;
    this.facts = facts;
    this.publisher = publisher;
    this.signal = signal;
    this.clock = clock;
  }

  /** Takes what is said about a call's recording; what is known already changes nothing. */
  @Transactional
  public void record(CallId call, List<? extends RecordingFact> said) {
    FileLocation location = recordings.lock(call);
    RecordingState before = facts.stateOf(call);
    RecordingState after = before;
    for (RecordingFact fact : said) {
      RecordingState next = after.with(fact);
      if (!next.equals(after)) {
        facts.append(call, fact);
      }
      after = next;
    }
    if (!after.equals(before)) {
      conclude(call, location, new Verdict(before), new Verdict(after));
    }
  }

  private void conclude(CallId call, FileLocation location, Verdict before, Verdict after) {
    recordings.save(call, after);
    Announcements announcements = new Announcements(call, location);
    Instant now = clock.instant();
    Set<String> said =
        announcements.of(before, now).stream()
            .map(it -> it.id().value())
            .collect(Collectors.toSet());
    for (Announcement due : announcements.of(after, now)) {
      if (!said.contains(due.id().value())) {
        publisher.publish(due.id(), due.at(), due.event());
      }
    }
    signal.wakeAfterCommit();
  }
}
