package dev.rapidcall.recordings.work;

import dev.rapidcall.recordings.ledger.RecordingSettings;
import dev.rapidcall.recordings.ledger.Work;
import dev.rapidcall.recordings.ledger.WorkQueue;
import dev.rapidcall.recordings.ledger.WorkSignal;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One lane for each kind of work, from the start of the service to its end. */
@Component
class Lanes implements SmartLifecycle {
  private static final long STOP_MILLIS = 3_000;
  private final List<Lane> lanes;
  private List<Thread> running = List.of();

  Lanes(
      List<Work> work,
      WorkQueue queue,
      Performer performer,
      WorkSignal signal,
      RecordingSettings settings) {
    this.lanes =
        work.stream().map(kind -> new Lane(kind, queue, performer, signal, settings)).toList();
  }

  @Override
  public synchronized void start() {
    running =
        lanes.stream().map(lane -> Thread.ofVirtual().name("recording-lane").start(lane)).toList();
  }

  /** What was under way is found by its lease after the next start. */
  @Override
  public synchronized void stop() {
    running.forEach(Thread::interrupt);
    for (Thread lane : running) {
      try {
        lane.join(STOP_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    running = List.of();
  }

  @Override
  public synchronized boolean isRunning() {
    return !running.isEmpty();
  }
}
