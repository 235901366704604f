package dev.rapidcall.calls.work;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The clockwork of the tasks, of whatever kind: they wait for the same model, the oldest first. */
@Component
class TaskWork {
  private final Map<String, TaskWorker> workers;
  private final WorkLoop<CallTask> loop;

  TaskWork(CallTasks tasks, TaskSettings settings, List<TaskWorker> workers) {
    this.workers =
        workers.stream().collect(Collectors.toMap(TaskWorker::kind, Function.identity()));
    this.loop =
        new WorkLoop<>(
            "Working after a call",
            settings.atOnce(),
            limit -> tasks.claim(this.workers.keySet(), limit),
            this::work);
  }

  @Scheduled(fixedDelayString = "${rapidcall.work.every}")
  void work() {
    loop.runOnce();
  }

  @PreDestroy
  void stop() {
    loop.close();
  }

  private void work(CallTask task) {
    Objects.requireNonNull(workers.get(task.kind())).work(task);
  }
}
