package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.rooms.RoomFigures;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.Participant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows from what LiveKit said of a room, or from its silence. */
@Component
class TakeLook {
  private static final String SOURCE = "call-service";
  private static final Instant BEFORE_ALL_OTHERS = Instant.EPOCH;

  private final Calls calls;
  private final Looks looks;
  private final Timeline timeline;
  private final SettleCall settleCall;
  private final TellAgentMissing tellAgentMissing;
  private final LifecycleSettings settings;
  private final LookSettings lookSettings;
  private final Clock clock;

  TakeLook(
      Calls calls,
      Looks looks,
      Timeline timeline,
      SettleCall settleCall,
      TellAgentMissing tellAgentMissing,
      LifecycleSettings settings,
      LookSettings lookSettings,
      Clock clock) {
    this.calls = calls;
    this.looks = looks;
    this.timeline = timeline;
    this.settleCall = settleCall;
    this.tellAgentMissing = tellAgentMissing;
    this.settings = settings;
    this.lookSettings = lookSettings;
    this.clock = clock;
  }

  /**
   * What LiveKit counts of the room; empty if it knows no such room. Asks who is in it only if the
   * figures changed, something hangs on it, or it was not asked for long.
   */
  @Transactional
  void glance(CallId id, Optional<RoomFigures> figures) {
    calls.lock(id);
    Call call = open(id);
    if (call == null) {
      return;
    }
    if (figures.isEmpty()) {
      take(call, Optional.empty());
      return;
    }
    Instant now = clock.instant();
    List<Fact> facts = timeline.facts(id, SettleCall.DECIDING);
    if (CallState.of(Terms.of(call), facts, settings).needsLook(now)) {
      looks.lookIntoBy(id, BEFORE_ALL_OTHERS, figures.get());
    } else if (looks.areNews(id, figures.get(), now.minus(lookSettings.intoEvery()))) {
      looks.lookIntoBy(id, now, figures.get());
    } else if (Presence.of(call.channel(), facts).callerIsThere()) {
      looks.markSeen(id, now);
    }
    goOn(call, now, false);
  }

  /** LiveKit told who is in the room; {@code present} is empty if it knows no such room. */
  @Transactional
  void with(CallId id, Optional<List<Participant>> present) {
    calls.lock(id);
    Call call = open(id);
    if (call != null) {
      take(call, present);
    }
  }

  /** LiveKit did not answer; only what needs no look goes on. */
  @Transactional
  void blind(CallId id) {
    calls.lock(id);
    Call call = open(id);
    if (call != null) {
      goOn(call, clock.instant(), false);
    }
  }

  private @Nullable Call open(CallId id) {
    return calls.find(id).filter(call -> !call.hasEnded()).orElse(null);
  }

  private void take(Call call, Optional<List<Participant>> present) {
    Instant now = clock.instant();
    Repairs repairs = new Repairs(call, timeline.facts(call.id(), SettleCall.DECIDING), now);
    repairs.missing(present, settings.roomGoneAfter()).forEach(timeline::append);
    if (present.isPresent() && Repairs.seesCaller(call.channel(), present.get())) {
      looks.markSeen(call.id(), now);
    }
    looks.markLookedInto(call.id(), now);
    goOn(call, now, true);
  }

  private void goOn(Call call, Instant now, boolean looked) {
    CallState state = settleCall.settle(call.id());
    if (state == null || state.end() != null) {
      return;
    }
    if (looked && state.alone() != null && state.isToTell(now)) {
      tellAgentMissing.tell(call, state.alone());
    }
    Deadline deadline = state.deadline();
    boolean due = deadline != null && !deadline.at().isAfter(now);
    if (deadline != null && due && (looked || !deadline.needsLook())) {
      timeline.append(end(call.id(), deadline, now));
      settleCall.settle(call.id());
      return;
    }
    Instant next = now.plus(settings.lookEvery());
    Instant sooner =
        Stream.of(
                Optional.ofNullable(deadline).map(Deadline::at),
                Optional.ofNullable(state.alone()).map(Alone::tellAt))
            .flatMap(Optional::stream)
            .filter(at -> at.isAfter(now) && at.isBefore(next))
            .min(Instant::compareTo)
            .orElse(next);
    looks.lookNextAt(call.id(), sooner);
  }

  /** Dated when it is done: until then the caller was there, or a late webhook may still say so. */
  private static Fact end(CallId id, Deadline deadline, Instant now) {
    return new Fact(
        new EventId("deadline:" + id + ":" + deadline.outcome()),
        SOURCE,
        now,
        now,
        new CallEndRequested(id, EndRequester.SYSTEM, deadline.outcome()));
  }
}
