package dev.rapidcall.calls.work;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works what is due, a bounded number at once, so that a slow provider holds up neither requests
 * nor events. A piece that is done makes place for the next one at once: how much is worked depends
 * on how long it takes and not on how often somebody looks. It keeps nothing in memory that
 * matters: what is claimed and not done becomes due again.
 *
 * @param <T> one piece of work
 */
public final class WorkLoop<T> implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WorkLoop.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock claiming = new ReentrantLock();
  private final Semaphore places;
  private final String name;
  private final IntFunction<List<T>> claim;
  private final Consumer<T> work;
  private volatile boolean wanted;

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

  /** Has what is due claimed and begun; waits for neither. */
  public void runOnce() {
    try {
      threads.execute(this::look);
    } catch (RejectedExecutionException e) {
      log.debug("{} has stopped", name);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** One at a time; who comes meanwhile leaves word, and it is looked once more. */
  private void look() {
    wanted = true;
    while (wanted && claiming.tryLock()) {
      try {
        wanted = false;
        begin();
      } finally {
        claiming.unlock();
      }
    }
  }

  private void begin() {
    int free = places.drainPermits();
    int begun = 0;
    try {
      for (T piece : claim(free)) {
        threads.execute(() -> workOn(piece));
        begun++;
      }
    } catch (RejectedExecutionException e) {
      log.debug("{} has stopped", name);
    } finally {
      places.release(free - begun);
    }
  }

  /** Never more than there are places for: what was claimed beyond becomes due again. */
  private List<T> claim(int free) {
    if (free == 0) {
      return List.of();
    }
    try {
      List<T> due = claim.apply(free);
      return due.subList(0, Math.min(free, due.size()));
    } catch (RuntimeException e) {
      log.warn("{}: what is due cannot be claimed just now", name, e);
      return List.of();
    }
  }

  /** What failed may still be due: it waits for the next look, or it would be tried without end. */
  private void workOn(T piece) {
    boolean done = false;
    try {
      work.accept(piece);
      done = true;
    } catch (RuntimeException e) {
      log.warn("{} failed for {} and will be tried again", name, piece, e);
    } finally {
      places.release();
    }
    if (done) {
      look();
    }
  }
}
