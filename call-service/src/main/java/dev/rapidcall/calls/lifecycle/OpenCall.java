package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.agents.CallPrompts;
import dev.rapidcall.calls.agents.ComposedPrompt;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.EventPublisher;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a call before its room is made, and says that it started once the room is there. */
@Component
class OpenCall {
  private static final String SOURCE = "call-service";

  private final Calls calls;
  private final UnfinishedStarts starts;
  private final CallPrompts prompts;
  private final Timeline timeline;
  private final EventPublisher events;
  private final SettleCall settleCall;
  private final CallMeters meters;
  private final Clock clock;

  OpenCall(
      Calls calls,
      UnfinishedStarts starts,
      CallPrompts prompts,
      Timeline timeline,
      EventPublisher events,
      SettleCall settleCall,
      CallMeters meters,
      Clock clock) {
    this.calls = calls;
    this.starts = starts;
    this.prompts = prompts;
    this.timeline = timeline;
    this.events = events;
    this.settleCall = settleCall;
    this.meters = meters;
    this.clock = clock;
  }

  @Transactional
  void begin(NewCall call) {
    calls.add(call);
  }

  /**
   * Keeps with it what its agent was told. No if an earlier try with the same key started it: then
   * there is nothing left to do.
   */
  @Transactional
  boolean begin(NewCall call, ComposedPrompt prompt) {
    if (calls.add(call)) {
      prompts.keep(call.id(), prompt);
    }
    return !isStarted(call);
  }

  private boolean isStarted(NewCall call) {
    return calls.isVisible(call.id(), call.workspaceId());
  }

  /**
   * Facts of the room may have come already; they count from here on. No if the start took so long
   * that it was taken back: then nothing started. Another try with the same key may have completed
   * it meanwhile.
   */
  @Transactional
  boolean complete(NewCall call) {
    calls.lock(call.id());
    Instant now = clock.instant();
    if (!starts.complete(call.id(), call.openedAt(), now)) {
      return isStarted(call);
    }
    CallStarted started =
        new CallStarted(
            call.id(),
            call.workspaceId(),
            call.agentId(),
            call.roomName(),
            call.channel(),
            call.openedAt());
    EventId id = new EventId("started:" + call.id());
    events.publish(id, call.openedAt(), started);
    if (timeline.append(new Fact(id, SOURCE, call.openedAt(), now, started))) {
      meters.started(call.channel());
    }
    settleCall.settle(call.id());
    return true;
  }

  /** There may be a room that nobody needs: a row stays until the room is surely gone. */
  @Transactional
  void takeBackSoon(NewCall call) {
    if (!starts.giveUp(call.id())) {
      calls.add(call);
      starts.giveUp(call.id());
    }
  }
}
