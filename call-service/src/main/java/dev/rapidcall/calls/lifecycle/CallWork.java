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
  private final List<WorkLoop<Due>> loops;

  CallWork(DueCalls due, LookAtCall lookAtCall, CloseRoom closeRoom) {
    this.loops =
        List.of(
            new WorkLoop<>("Looking at a call", AT_ONCE, due::toLookAt, lookAtCall::look),
            new WorkLoop<>("Closing a room", AT_ONCE, due::toClose, closeRoom::close),
            new WorkLoop<>("Taking back a start", 1, due::neverStarted, closeRoom::takeBack));
  }

  @Scheduled(fixedDelayString = "${rapidcall.work.every}")
  void work() {
    loops.forEach(WorkLoop::runOnce);
  }

  @PreDestroy
  void stop() {
    loops.forEach(WorkLoop::close);
  }
}
