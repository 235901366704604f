package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.EgressId;
import dev.rapidcall.recordings.egress.Egress;
import dev.rapidcall.recordings.egress.EgressException;
import dev.rapidcall.recordings.ledger.RecordingFact.EgressSeen;
import dev.rapidcall.recordings.ledger.RecordingFact.StopAsked;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks the egresses of a call that is over to finish; one that has ended already is fine. */
@Component
class StopRecording implements Work {
  private final Egress egress;
  private final GiveUp giveUp;
  private final Clock clock;

  StopRecording(Egress egress, GiveUp giveUp, Clock clock) {
    this.egress = egress;
    this.giveUp = giveUp;
    this.clock = clock;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.STOP);
  }

  @Override
  public List<RecordingFact> perform(Task task) {
    try {
      return task.verdict().toStop().stream().flatMap(running -> stop(running).stream()).toList();
    } catch (EgressException e) {
      return giveUp.ifOverdue(task).orElseThrow(() -> e);
    }
  }

  private List<RecordingFact> stop(EgressId running) {
    RecordingFact asked = new StopAsked(clock.instant(), running);
    try {
      return List.of(asked, EgressSeen.of(egress.stop(running)));
    } catch (EgressException e) {
      return switch (e.fault()) {
        case ABSENT, ENDED -> List.of(asked);
        case UNREACHABLE, REFUSED -> throw e;
      };
    }
  }
}
