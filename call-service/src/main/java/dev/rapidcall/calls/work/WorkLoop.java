package dev.rapidcall.calls.work;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works what is due, a bounded number at once, so that a slow provider holds up neither requests
 * nor events. It keeps nothing in memory that matters: what is claimed and not done becomes due
 * again.
 *
 * @param <T> one piece of work
 */
public final class WorkLoop<T> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore places;
  private final String name;
  private final IntFunction<List<T>> claim;
  private final Consumer<T> work;

  /**
   * Works at most {@code atOnce} pieces at a time.
   *
   * @param claim takes at most so many due pieces for this instance
   * @param work does one; what it throws is logged, and the piece becomes due again
   */
  public WorkLoop(String name, int atOnce, IntFunction<List<T>> claim, Consumer<T> work) {
    this.name = name;
    this.places = new Semaphore(atOnce);
    this.claim = claim;
    this.work = work;
  }

  /** Claims what is due and begins with it; does not wait for it. */
  public void runOnce() {
    int free = places.drainPermits();
    int begun = 0;
    try {
      List<T> due = free == 0 ? List.of() : claim.apply(free);
      for (T piece : due) {
        threads.execute(() -> workOn(piece));
        begun++;
      }
    } finally {
      places.release(free - begun);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void workOn(T piece) {
    try {
      work.accept(piece);
    } catch (RuntimeException e) {
      log.warn("{} failed for {} and will be tried again", name, piece, e);
    } finally {
      places.release();
    }
  }
}
