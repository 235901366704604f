package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.lifecycle.DueCalls.Due;
import dev.rapidcall.calls.work.WorkLoop;
import jakarta.annotation.PreDestroy;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The clockwork of the calls: looks, closes rooms and takes back cut-off starts when they are due.
 */
@Component
class CallWork {
  private static final int AT_ONCE = 8;
  private static final int TOGETHER = 100;
  private final List<WorkLoop<?>> loops;

  CallWork(
      DueCalls due,
      UnfinishedStarts starts,
      LookBudget budget,
      LookAtCalls lookAtCalls,
      LookIntoCall lookIntoCall,
      CloseRoom closeRoom,
      TakeBackStart takeBackStart) {
    this.loops =
        List.of(
            new WorkLoop<>(
                "Looking at calls", 1, one -> together(due.toLookAt(TOGETHER)), lookAtCalls::look),
            new WorkLoop<>(
                "Looking into a room",
                AT_ONCE,
                limit -> budget.spend(limit, due::toLookInto),
                lookIntoCall::look),
            new WorkLoop<>("Closing a room", AT_ONCE, due::toClose, closeRoom::close),
            new WorkLoop<>("Taking back a start", AT_ONCE, starts::due, takeBackStart::takeBack));
  }

  @Scheduled(fixedDelayString = "${rapidcall.work.every}")
  void work() {
    loops.forEach(WorkLoop::runOnce);
  }

  @PreDestroy
  void stop() {
    loops.forEach(WorkLoop::close);
  }

  private static List<List<Due>> together(List<Due> calls) {
    return calls.isEmpty() ? List.of() : List.of(calls);
  }
}
