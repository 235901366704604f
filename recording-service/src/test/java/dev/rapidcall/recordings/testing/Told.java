package dev.rapidcall.recordings.testing;

import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallEnded;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.RecordingEvent;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.messaging.IngestPublisher;
import dev.rapidcall.messaging.inbox.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells the service over the real broker what happened, and hears what it says. */
public final class Told implements EventConsumer<RecordingEvent> {
  private static final Instant START = Instant.parse("2026-11-23T00:05:15Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final IngestPublisher broker;
  private final Inbox inbox;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final List<RecordingEvent> heard = new ArrayList<>();

  Told(IngestPublisher broker, Inbox inbox) {
    this.broker = broker;
    this.inbox = inbox;
  }

  public static RoomName newRoom() {
    return new RoomName("call-" + UUID.randomUUID());
  }

  public void callStarted(RoomName room, WorkspaceId workspace) {
    tell(new CallStarted(CallId.of(room), workspace, null, room, CallChannel.WEB, START));
  }

  public void callEnded(RoomName room, WorkspaceId workspace) {
    CallResult result =
        new CallResult(START, START.plusSeconds(8), Duration.ofSeconds(8), "user_hangup");
    tell(new CallEnded(CallId.of(room), workspace, CallChannel.WEB, result));
  }

  /** Tells it and returns when the service has handled it. */
  public void tell(Event event) {
    EventId id = new EventId("test:" + UUID.randomUUID());
    broker.publish(new Envelope<>(id, "test", START, Instant.now(), null, null, event));
    if (!inbox.await(id, PATIENCE)) {
      throw new AssertionError("not handled in time: " + event);
    }
  }

  /** The first event of this kind about the call of a room. */
  public <E extends RecordingEvent> E await(RoomName room, Class<E> kind) {
    lock.lock();
    try {
      long left = PATIENCE.toNanos();
      while (true) {
        for (RecordingEvent event : of(room)) {
          if (kind.isInstance(event)) {
            return kind.cast(event);
          }
        }
        if (left <= 0) {
          throw new AssertionError("no " + kind.getSimpleName() + ", only " + of(room));
        }
        left = news.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } finally {
      lock.unlock();
    }
  }

  /** All that was said about the call of a room. */
  public List<RecordingEvent> of(RoomName room) {
    lock.lock();
    try {
      return heard.stream().filter(it -> it.callId().equals(CallId.of(room))).toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String name() {
    return "test.recordings";
  }

  @Override
  public Class<RecordingEvent> events() {
    return RecordingEvent.class;
  }

  @Override
  public void on(Envelope<RecordingEvent> envelope) {
    lock.lock();
    try {
      heard.add(envelope.event());
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
