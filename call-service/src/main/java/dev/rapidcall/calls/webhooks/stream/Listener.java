package dev.rapidcall.calls.webhooks.stream;

import dev.rapidcall.calls.webhooks.events.CustomerEvent;
import dev.rapidcall.calls.webhooks.events.CustomerEvents;
import dev.rapidcall.events.WorkspaceId;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Somebody who listens, with a thread of his own: sends what lies behind his cursor, then waits for
 * more. Holds a database connection only while it reads. After a while it has to come again, so
 * that its rights are looked at again.
 */
final class Listener implements Runnable {
  private static final Logger log = LoggerFactory.getLogger(Listener.class);
  private static final int PIECE = 50;

  private final WorkspaceId workspace;
  private final CustomerEvents events;
  private final StreamSettings settings;
  private final SseEmitter emitter = new SseEmitter(0L);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private long latest;
  private boolean closed;

  private long sent;

  Listener(WorkspaceId workspace, Cursor after, CustomerEvents events, StreamSettings settings) {
    this.workspace = workspace;
    this.events = events;
    this.settings = settings;
    this.sent = after.seq();
  }

  WorkspaceId workspace() {
    return workspace;
  }

  SseEmitter emitter() {
    return emitter;
  }

  /** The workspace has events up to this one. */
  void hasUpTo(long seq) {
    change(() -> latest = seq);
  }

  /** Lets it end after what it is just sending. */
  void close() {
    change(() -> closed = true);
  }

  @Override
  public void run() {
    try {
      emitter.send(SseEmitter.event().comment("listening"));
      long end = System.nanoTime() + settings.lifetime().toNanos();
      boolean goesOn = true;
      while (goesOn && System.nanoTime() - end < 0) {
        goesOn = sendPiece() || awaitMore();
      }
      emitter.complete();
    } catch (IOException | IllegalStateException e) {
      log.debug("[events] a listener of {} went away: {}", workspace, e.toString());
    } catch (DataAccessException e) {
      log.warn("[events] a listener of {} is let go: {}", workspace, e.toString());
      emitter.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }

  /** Says whether there was anything. */
  private boolean sendPiece() throws IOException {
    List<CustomerEvent> found = events.after(workspace, sent, PIECE);
    for (CustomerEvent event : found) {
      emitter.send(
          SseEmitter.event()
              .id(Long.toString(event.seq()))
              .name(event.type())
              .data(EventView.of(event), MediaType.APPLICATION_JSON));
      sent = event.seq();
    }
    return !found.isEmpty() && !isClosed();
  }

  /** Says whether to go on. */
  private boolean awaitMore() throws IOException, InterruptedException {
    boolean quiet;
    lock.lock();
    try {
      long left = settings.heartbeat().toNanos();
      while (!closed && latest <= sent && left > 0) {
        left = changed.awaitNanos(left);
      }
      quiet = !closed && latest <= sent;
    } finally {
      lock.unlock();
    }
    if (quiet) {
      emitter.send(SseEmitter.event().comment("quiet"));
    }
    return !isClosed();
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
