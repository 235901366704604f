package dev.rapidcall.calls.analysis;

import dev.rapidcall.calls.work.CallTask;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.calls.work.WorkLoop;
import jakarta.annotation.PreDestroy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The clockwork of the analyses: few at once, for people wait for the same model. */
@Component
class AnalysisWork {
  private static final int AT_ONCE = 3;
  private final WorkLoop<CallTask> loop;

  AnalysisWork(CallTasks tasks, AnalyseCall analyseCall) {
    this.loop =
        new WorkLoop<>(
            "Analysing a call",
            AT_ONCE,
            limit -> tasks.claim(SettleAnalysis.TASK, limit),
            analyseCall::work);
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
