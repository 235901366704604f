package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallLifecycleEvent.EgressFile;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.recordings.egress.Egress;
import dev.rapidcall.recordings.ledger.RecordingFact.EgressSeen;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Starts the egress of a call, unless one writes its file already: an earlier start may have worked
 * though its answer never came.
 */
@Component
class StartRecording implements Work {
  private final Egress egress;

  StartRecording(Egress egress) {
    this.egress = egress;
  }

  @Override
  public Set<Step> steps() {
    return Set.of(Step.START);
  }

  @Override
  public List<RecordingFact> perform(Task task) {
    List<EgressReported> ours =
        egress.inRoom(task.room()).stream().filter(report -> writes(report, task)).toList();
    boolean isRunning = ours.stream().anyMatch(report -> !report.status().isTerminal());
    Stream<EgressReported> started =
        isRunning ? Stream.of() : Stream.of(egress.start(task.room(), task.location().key()));
    return Stream.concat(ours.stream(), started).<RecordingFact>map(EgressSeen::of).toList();
  }

  static boolean writes(EgressReported report, Task task) {
    EgressFile file = report.file();
    return file != null && file.filename().equals(task.location().key());
  }
}
