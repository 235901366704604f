package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallEvent;
import dev.rapidcall.events.CallEvent.AgentMissing;
import dev.rapidcall.events.CallEvent.CallAnswered;
import dev.rapidcall.events.CallEvent.CallCorrected;
import dev.rapidcall.events.CallEvent.CallEnded;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import dev.rapidcall.events.CallLifecycleEvent.TransferAttempted;
import dev.rapidcall.events.CallLifecycleEvent.TransferRefused;
import dev.rapidcall.events.CallLifecycleEvent.TransferRequested;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Judges a call anew from its facts and says what changed. Needs the call's lock. */
@Component
class SettleCall {
  private static final String SOURCE = "call-service";

  /** The facts that decide. */
  static final Set<Class<? extends Event>> DECIDING =
      Set.of(
          ParticipantJoined.class,
          ParticipantLeft.class,
          RoomFinished.class,
          CallEndRequested.class,
          TransferRequested.class,
          TransferAttempted.class,
          TransferRefused.class,
          AgentMissing.class);

  private final Calls calls;
  private final Looks looks;
  private final Timeline timeline;
  private final EventPublisher events;
  private final LifecycleSettings settings;
  private final List<WhenEnded> followers;
  private final CallMeters meters;
  private final Clock clock;

  SettleCall(
      Calls calls,
      Looks looks,
      Timeline timeline,
      EventPublisher events,
      LifecycleSettings settings,
      List<WhenEnded> followers,
      CallMeters meters,
      Clock clock) {
    this.calls = calls;
    this.looks = looks;
    this.timeline = timeline;
    this.events = events;
    this.settings = settings;
    this.followers = followers;
    this.meters = meters;
    this.clock = clock;
  }

  /** The state after all that is known, or null while the call is not open. */
  @Transactional(propagation = Propagation.MANDATORY)
  @Nullable CallState settle(CallId id) {
    Call call = calls.find(id).filter(found -> found.startedAt() != null).orElse(null);
    if (call == null) {
      return null;
    }
    List<Fact> facts = timeline.facts(id, DECIDING);
    CallState state = CallState.of(Terms.of(call), facts, settings);
    noteAnswer(call, state);
    noteEnd(call, state);
    Instant nextAct = state.nextAct();
    if (!call.hasEnded() && nextAct != null) {
      looks.lookBy(id, nextAct);
    }
    return state;
  }

  private void noteAnswer(Call call, CallState state) {
    Instant answeredAt = state.answeredAt();
    if (answeredAt == null || call.answeredAt() != null || call.hasEnded()) {
      return;
    }
    calls.markAnswered(call.id(), answeredAt, clock.instant());
    say(
        "answered:" + call.id(),
        answeredAt,
        new CallAnswered(call.id(), call.workspaceId(), call.channel(), answeredAt));
  }

  private void noteEnd(Call call, CallState state) {
    CallResult result = state.result();
    if (result == null || result.equals(call.result())) {
      return;
    }
    int revision = call.hasEnded() ? call.revision() + 1 : 0;
    calls.markEnded(call.id(), result, revision, clock.instant());
    if (call.hasEnded()) {
      say(
          "corrected:" + call.id() + ":" + revision,
          result.endedAt(),
          new CallCorrected(call.id(), call.workspaceId(), call.channel(), result, revision));
    } else {
      say(
          "ended:" + call.id(),
          result.endedAt(),
          new CallEnded(call.id(), call.workspaceId(), call.channel(), result));
      meters.ended(call.channel(), result);
    }
    followers.forEach(follower -> follower.ended(call, result));
  }

  private void say(String id, Instant occurredAt, CallEvent event) {
    EventId eventId = new EventId(id);
    events.publish(eventId, occurredAt, event);
    timeline.append(new Fact(eventId, SOURCE, occurredAt, clock.instant(), event));
  }
}
