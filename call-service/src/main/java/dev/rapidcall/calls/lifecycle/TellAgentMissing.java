package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.work.AfterCommit;
import dev.rapidcall.events.CallEvent.AgentMissing;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.EventPublisher;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells, once per call and while the call goes on, that a caller is without an agent. */
@Component
class TellAgentMissing {
  private static final Logger log = LoggerFactory.getLogger(TellAgentMissing.class);
  private static final String SOURCE = "call-service";

  private final Timeline timeline;
  private final EventPublisher events;
  private final CallMeters meters;
  private final Clock clock;

  TellAgentMissing(Timeline timeline, EventPublisher events, CallMeters meters, Clock clock) {
    this.timeline = timeline;
    this.events = events;
    this.meters = meters;
    this.clock = clock;
  }

  /** In the transaction that found it out. */
  void tell(Call call, Alone alone) {
    EventId id = new EventId("agent-missing:" + call.id());
    AgentMissing event =
        new AgentMissing(call.id(), call.workspaceId(), call.channel(), alone.since());
    if (timeline.append(new Fact(id, SOURCE, alone.tellAt(), clock.instant(), event))) {
      events.publish(id, alone.tellAt(), event);
      meters.agentIsMissing(call.channel());
      AfterCommit.run(
          () ->
              log.warn(
                  "[agent.missing] call {} has had a caller and no agent since {}",
                  call.id(),
                  alone.since()));
    }
  }
}
