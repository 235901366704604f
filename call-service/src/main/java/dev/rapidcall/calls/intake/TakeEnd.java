package dev.rapidcall.calls.intake;

import dev.rapidcall.calls.analysis.PlanAnalysis;
import dev.rapidcall.calls.lifecycle.RecordFact;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import org.springframework.stereotype.Component;

/** Takes somebody's end, and the analysis that a voice agent may send with it. */
@Component
class TakeEnd {
  private final RecordFact recordFact;
  private final PlanAnalysis planAnalysis;

  TakeEnd(RecordFact recordFact, PlanAnalysis planAnalysis) {
    this.recordFact = recordFact;
    this.planAnalysis = planAnalysis;
  }

  void take(Fact fact, CallEndRequested end) {
    recordFact.record(fact);
    if (end.analysis() != null) {
      planAnalysis.reported(end.callId());
    }
  }
}
