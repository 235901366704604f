package dev.rapidcall.recordings.reconcile;

import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.recordings.egress.Egress;
import dev.rapidcall.recordings.egress.EgressException;
import dev.rapidcall.recordings.ledger.GiveUp;
import dev.rapidcall.recordings.ledger.RecordingFact;
import dev.rapidcall.recordings.ledger.RecordingFact.EgressSeen;
import dev.rapidcall.recordings.ledger.Step;
import dev.rapidcall.recordings.ledger.Task;
import dev.rapidcall.recordings.ledger.Work;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks LiveKit how the egresses of a call fare, and lets our own deadline decide at the last. */
@Component
class CompareWithProvider implements Work {
  private final Egress egress;
  private final RunningEgresses runningEgresses;
  private final GiveUp giveUp;

  CompareWithProvider(Egress egress, RunningEgresses runningEgresses, GiveUp giveUp) {
    this.egress = egress;
    this.runningEgresses = runningEgresses;
    this.giveUp = giveUp;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.WATCH);
  }

  @Override
  public List<RecordingFact> perform(Task task) {
    List<RecordingFact> seen;
    try {
      seen = seen(task);
    } catch (EgressException e) {
      return giveUp.ifOverdue(task).orElseThrow(() -> e);
    }
    return task.verdict().state().isNews(seen) ? seen : giveUp.ifOverdue(task).orElse(seen);
  }

  /** The room is asked for only if an egress that we take for running is not among the running. */
  private List<RecordingFact> seen(Task task) {
    List<EgressReported> running =
        runningEgresses.list().stream()
            .filter(report -> report.roomName().equals(task.room()))
            .toList();
    Set<EgressId> known =
        running.stream().map(EgressReported::egressId).collect(Collectors.toSet());
    List<EgressReported> reports =
        known.containsAll(task.verdict().running()) ? running : egress.inRoom(task.room());
    return reports.stream().<RecordingFact>map(EgressSeen::of).toList();
  }
}
