package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.TransferAttempted;
import dev.rapidcall.events.CallLifecycleEvent.TransferRequested;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a fact that may decide about a call, known or not, and judges the call anew. */
@Component
public class RecordFact {
  private final Calls calls;
  private final Looks looks;
  private final Timeline timeline;
  private final SettleCall settleCall;
  private final Clock clock;

  RecordFact(Calls calls, Looks looks, Timeline timeline, SettleCall settleCall, Clock clock) {
    this.calls = calls;
    this.looks = looks;
    this.timeline = timeline;
    this.settleCall = settleCall;
    this.clock = clock;
  }

  /** Keeps the fact once. */
  @Transactional
  public void record(Fact fact) {
    CallId call = fact.event().callId();
    calls.lock(call);
    if (timeline.append(fact)) {
      if (fact.event() instanceof TransferRequested || fact.event() instanceof TransferAttempted) {
        looks.markSeen(call, fact.occurredAt()); // a phone that is handed on was there
      }
      settleCall.settle(call);
      if (fact.event() instanceof ParticipantJoined joined) {
        calls.closeRoomAgain(call, joined.participant().joinedAt(), clock.instant());
      }
    }
  }
}
