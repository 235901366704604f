package dev.rapidcall.calls.analysis;

import dev.rapidcall.calls.ai.AiSettings;
import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.calls.lifecycle.WhenEnded;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallId;
import org.springframework.stereotype.Component;

/**
 * Decides at the end of a call, or when the voice agent reports an analysis later, whether there is
 * something to analyse: a talk, and a model to ask.
 */
@Component
public class PlanAnalysis implements WhenEnded {
  private final AiSettings ai;
  private final KnownCalls calls;
  private final CallTasks tasks;
  private final AgentReports agentReports;
  private final CallAnalyses analyses;
  private final SettleAnalysis settleAnalysis;

  PlanAnalysis(
      AiSettings ai,
      KnownCalls calls,
      CallTasks tasks,
      AgentReports agentReports,
      CallAnalyses analyses,
      SettleAnalysis settleAnalysis) {
    this.ai = ai;
    this.calls = calls;
    this.tasks = tasks;
    this.agentReports = agentReports;
    this.analyses = analyses;
    this.settleAnalysis = settleAnalysis;
  }

  @Override
  public void ended(Call call, CallResult result) {
    if (willBeAnalysed(result)) {
      tasks.plan(call.id(), SettleAnalysis.TASK);
    } else {
      takeReport(call);
    }
  }

  /** The voice agent reported an analysis. Before the end it waits; it is read again then. */
  public void reported(CallId id) {
    Call call = calls.find(id).orElse(null);
    CallResult result = call == null ? null : call.result();
    if (call == null || result == null) {
      return;
    }
    boolean isSettled = analyses.of(id).status() != null;
    if (isSettled || !willBeAnalysed(result)) {
      takeReport(call);
    }
  }

  private boolean willBeAnalysed(CallResult result) {
    return ai.isConfigured() && result.answeredAt() != null;
  }

  private void takeReport(Call call) {
    agentReports.of(call.id()).ifPresent(report -> settleAnalysis.theirs(call, report));
  }
}
