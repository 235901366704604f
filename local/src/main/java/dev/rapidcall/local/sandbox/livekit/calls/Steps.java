package dev.rapidcall.local.sandbox.livekit.calls;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has happened in a played call so far. */
final class Steps {

  private final Clock clock;
  private final List<Step> steps = new CopyOnWriteArrayList<>();

  Steps(Clock clock) {
    this.clock = clock;
  }

  void add(String what) {
    steps.add(new Step(clock.instant(), what));
  }

  List<Step> soFar() {
    return List.copyOf(steps);
  }
}
