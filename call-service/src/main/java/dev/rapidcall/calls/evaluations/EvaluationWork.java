package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.work.CallTask;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.calls.work.WorkLoop;
import jakarta.annotation.PreDestroy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The clockwork of the evaluations. */
@Component
class EvaluationWork {
  private static final int AT_ONCE = 2;
  private final WorkLoop<CallTask> loop;

  EvaluationWork(CallTasks tasks, EvaluateEndedCall evaluateEndedCall) {
    this.loop =
        new WorkLoop<>(
            "Evaluating a call",
            AT_ONCE,
            limit -> tasks.claim(PlanEvaluation.TASK, limit),
            evaluateEndedCall::work);
  }

  @Scheduled(fixedDelayString = "${rapidcall.work.every}")
  void work() {
    loop.runOnce();
  }

  @PreDestroy
  void stop() {
    loop.close();
  }
}
