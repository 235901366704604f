package dev.rapidcall.recordings.ledger;

import dev.rapidcall.recordings.egress.Egress;
import dev.rapidcall.recordings.egress.EgressException;
import dev.rapidcall.recordings.ledger.RecordingFact.EgressSeen;
import dev.rapidcall.recordings.ledger.RecordingFact.GivenUp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The call is over and no egress is known: none is started any more, but one may have been. */
@Component
class FindEgress implements Work {
  private final Egress egress;
  private final GiveUp giveUp;
  private final Clock clock;

  FindEgress(Egress egress, GiveUp giveUp, Clock clock) {
    this.egress = egress;
    this.giveUp = giveUp;
    this.clock = clock;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.FIND);
  }

  @Override
  public List<RecordingFact> perform(Task task) {
    List<RecordingFact> seen;
    try {
      seen =
          egress.inRoom(task.room()).stream()
              .filter(report -> StartRecording.writes(report, task))
              .<RecordingFact>map(EgressSeen::of)
              .toList();
    } catch (EgressException e) {
      return giveUp.ifOverdue(task).orElseThrow(() -> e);
    }
    return seen.isEmpty() ? List.of(neverStarted(task)) : seen;
  }

  private RecordingFact neverStarted(Task task) {
    String cause = task.lastProblem().isEmpty() ? "." : ": " + task.lastProblem() + ".";
    return new GivenUp(clock.instant(), "The call ended before its recording was started" + cause);
  }
}
