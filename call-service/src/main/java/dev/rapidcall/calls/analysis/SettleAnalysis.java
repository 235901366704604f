package dev.rapidcall.calls.analysis;

import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.work.CallTask;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.events.CallEvent.CallAnalyzed;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what came of an analysis and says so, once per call. */
@Component
class SettleAnalysis {
  /** The kind of task. */
  static final String TASK = "analysis";

  private static final String SOURCE = "call-service";

  private final KnownCalls calls;
  private final CallAnalyses analyses;
  private final AgentReports agentReports;
  private final CallTasks tasks;
  private final EventPublisher events;
  private final Timeline timeline;
  private final Clock clock;

  SettleAnalysis(
      KnownCalls calls,
      CallAnalyses analyses,
      AgentReports agentReports,
      CallTasks tasks,
      EventPublisher events,
      Timeline timeline,
      Clock clock) {
    this.calls = calls;
    this.analyses = analyses;
    this.agentReports = agentReports;
    this.tasks = tasks;
    this.events = events;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** We analysed, or gave up; what the voice agent reported wins where it said something. */
  @Transactional
  void ours(CallTask task, Call call, CallAnalysis ours) {
    calls.lock(call.id());
    CallAnalysis settled =
        agentReports
            .of(call.id())
            .map(theirs -> new CallAnalysis(theirs.status(), theirs.results(), ours.preset()))
            .orElse(ours);
    if (settled.status() != null) {
      keep(call, settled);
    }
    tasks.done(task);
  }

  /** The voice agent analysed, and nothing else will come. */
  @Transactional
  void theirs(Call call, CallAnalysis reported) {
    calls.lock(call.id());
    keep(call, reported);
    analyses.replaceResults(call.id(), reported);
  }

  private void keep(Call call, CallAnalysis analysis) {
    Instant now = clock.instant();
    if (!analyses.add(call.id(), analysis, now)) {
      return;
    }
    boolean completed = Objects.equals(analysis.status(), CallAnalysis.COMPLETED);
    CallAnalyzed event = new CallAnalyzed(call.id(), call.workspaceId(), now, completed);
    EventId id = new EventId("analyzed:" + call.id());
    events.publish(id, now, event);
    timeline.append(new Fact(id, SOURCE, now, now, event));
  }
}
