package dev.rapidcall.recordings.work;

import dev.rapidcall.recordings.ledger.RecordingSettings;
import dev.rapidcall.recordings.ledger.Task;
import dev.rapidcall.recordings.ledger.Work;
import dev.rapidcall.recordings.ledger.WorkQueue;
import dev.rapidcall.recordings.ledger.WorkSignal;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims one kind of work and does so many of it at a time, no more: a provider that is slow at one
 * thing holds up neither another nor the rest of the process.
 */
final class Lane implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Lane.class);
  private final Work work;
  private final WorkQueue queue;
  private final Performer performer;
  private final WorkSignal signal;
  private final RecordingSettings settings;
  private final Semaphore free;

  Lane(
      Work work,
      WorkQueue queue,
      Performer performer,
      WorkSignal signal,
      RecordingSettings settings) {
    this.work = work;
    this.queue = queue;
    this.performer = performer;
    this.signal = signal;
    this.settings = settings;
    this.free = new Semaphore(settings.workers());
  }

  /** Works until the thread is interrupted. */
  @Override
  public void run() {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long generation = signal.generation();
        if (round(threads) == 0) {
          signal.await(generation, settings.pollEvery());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
  }

  /** Starts what is due and finds room. */
  private int round(ExecutorService threads) throws InterruptedException {
    free.acquire();
    int room = 1 + free.drainPermits();
    List<Task> tasks = claim(room);
    free.release(room - tasks.size());
    tasks.forEach(task -> threads.execute(() -> perform(task)));
    return tasks.size();
  }

  private List<Task> claim(int atMost) {
    try {
      return queue.claim(work.steps(), atMost);
    } catch (RuntimeException e) {
      log.warn("recording: no work can be claimed: {}", e.toString());
      return List.of();
    }
  }

  private void perform(Task task) {
    try {
      performer.perform(work, task);
    } catch (RuntimeException e) {
      log.atError()
          .addKeyValue("callId", task.call())
          .addKeyValue("step", task.step())
          .setCause(e)
          .log("recording: a step failed and will be tried again");
    } finally {
      free.release();
    }
  }
}
