package dev.rapidcall.calls.lifecycle;

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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows from what LiveKit said of a room, or from its silence. */
@Component
class TakeLook {
  private static final String SOURCE = "call-service";

  private final Calls calls;
  private final Timeline timeline;
  private final SettleCall settleCall;
  private final LifecycleSettings settings;
  private final Clock clock;

  TakeLook(
      Calls calls,
      Timeline timeline,
      SettleCall settleCall,
      LifecycleSettings settings,
      Clock clock) {
    this.calls = calls;
    this.timeline = timeline;
    this.settleCall = settleCall;
    this.settings = settings;
    this.clock = clock;
  }

  /** LiveKit answered; {@code present} is empty if it knows no such room. */
  @Transactional
  void with(CallId id, Optional<List<Participant>> present) {
    calls.lock(id);
    Call call = open(id);
    if (call == null) {
      return;
    }
    Instant now = clock.instant();
    Repairs repairs = new Repairs(call, timeline.facts(id, SettleCall.DECIDING), now);
    repairs.missing(present, settings.roomGoneAfter()).forEach(timeline::append);
    if (present.isPresent() && Repairs.seesCaller(call.channel(), present.get())) {
      calls.markSeen(id, now);
    }
    goOn(id, now, true);
  }

  /** LiveKit did not answer; only what needs no look goes on. */
  @Transactional
  void blind(CallId id) {
    calls.lock(id);
    if (open(id) != null) {
      goOn(id, clock.instant(), false);
    }
  }

  private @Nullable Call open(CallId id) {
    return calls.find(id).filter(call -> !call.hasEnded()).orElse(null);
  }

  private void goOn(CallId id, Instant now, boolean looked) {
    CallState state = settleCall.settle(id);
    Deadline deadline = state == null ? null : state.deadline();
    boolean due = deadline != null && !deadline.at().isAfter(now);
    if (deadline != null && due && (looked || !deadline.needsLook())) {
      timeline.append(end(id, deadline, now));
      settleCall.settle(id);
      return;
    }
    Instant next = now.plus(settings.lookEvery());
    boolean sooner = deadline != null && !due && deadline.at().isBefore(next);
    calls.lookNextAt(id, deadline != null && sooner ? deadline.at() : next);
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
