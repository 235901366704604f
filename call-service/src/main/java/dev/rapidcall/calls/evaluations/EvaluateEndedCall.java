package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.transcripts.LastWords;
import dev.rapidcall.calls.work.CallTask;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.calls.work.TaskWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Evaluates one call after it. A crash before the task is done finds the evaluation kept once. */
@Component
class EvaluateEndedCall implements TaskWorker {
  private static final Logger log = LoggerFactory.getLogger(EvaluateEndedCall.class);

  private final JudgedCalls calls;
  private final LastWords lastWords;
  private final JudgeCall judgeCall;
  private final Evaluations evaluations;
  private final CallTasks tasks;

  EvaluateEndedCall(
      JudgedCalls calls,
      LastWords lastWords,
      JudgeCall judgeCall,
      Evaluations evaluations,
      CallTasks tasks) {
    this.calls = calls;
    this.lastWords = lastWords;
    this.judgeCall = judgeCall;
    this.evaluations = evaluations;
    this.tasks = tasks;
  }

  @Override
  public String kind() {
    return PlanEvaluation.TASK;
  }

  @Override
  public void work(CallTask task) {
    var tooEarly = lastWords.awaited(task);
    if (tooEarly.isPresent()) {
      tasks.waitUntil(task, tooEarly.get());
      return;
    }
    JudgedCall call = calls.get(task.call());
    if (tasks.isHopeless(task) || evaluated(call, task)) {
      tasks.done(task);
    }
  }

  private boolean evaluated(JudgedCall call, CallTask task) {
    try {
      judgeCall
          .judge(call)
          .ifPresent(verdict -> evaluations.add(verdict.on(call, "auto:" + call.id())));
      return true;
    } catch (ProviderException e) {
      log.warn("[auto-evaluation] call {}: {}: {}", call.id(), e.kind(), e.getMessage());
      return !tasks.tryAgain(task);
    }
  }
}
