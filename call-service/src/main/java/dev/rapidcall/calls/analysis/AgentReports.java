package dev.rapidcall.calls.analysis;

import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.AgentAnalysis;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The analyses that voice agents sent with their ends; of several the last counts. */
@Component
class AgentReports {
  private final Timeline timeline;

  AgentReports(Timeline timeline) {
    this.timeline = timeline;
  }

  Optional<CallAnalysis> of(CallId call) {
    return timeline.facts(call, Set.of(CallEndRequested.class)).stream()
        .map(fact -> ((CallEndRequested) fact.event()).analysis())
        .filter(Objects::nonNull)
        .reduce((earlier, later) -> later)
        .map(AgentReports::analysis);
  }

  private static CallAnalysis analysis(AgentAnalysis report) {
    return new CallAnalysis(
        Objects.requireNonNullElse(report.status(), CallAnalysis.COMPLETED),
        report.results(),
        null);
  }
}
