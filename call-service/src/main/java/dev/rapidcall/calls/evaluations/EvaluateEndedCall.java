package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.KnownCalls;
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

  private final KnownCalls calls;
  private final LastWords lastWords;
  private final JudgeCall judgeCall;
  private final Evaluations evaluations;
  private final CallTasks tasks;

  EvaluateEndedCall(
      KnownCalls calls,
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
    Call call = calls.find(task.call()).orElseThrow();
    if (tasks.isHopeless(task) || evaluated(call, task)) {
      tasks.done(task);
    }
  }

  private boolean evaluated(Call call, CallTask task) {
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
