package dev.rapidcall.calls.intake;

import dev.rapidcall.calls.lifecycle.RecordFact;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import dev.rapidcall.events.CallLifecycleEvent.RoomStarted;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.events.CallLifecycleEvent.TransferAttempted;
import dev.rapidcall.events.CallLifecycleEvent.TransferRefused;
import dev.rapidcall.events.CallLifecycleEvent.TransferRequested;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import org.springframework.stereotype.Component;

/** What happened to calls outside. */
@Component
class LifecycleIntake implements EventConsumer<CallLifecycleEvent> {
  private final RecordFact recordFact;
  private final Timeline timeline;
  private final TakeTranscript takeTranscript;
  private final TakeEnd takeEnd;

  LifecycleIntake(
      RecordFact recordFact, Timeline timeline, TakeTranscript takeTranscript, TakeEnd takeEnd) {
    this.recordFact = recordFact;
    this.timeline = timeline;
    this.takeTranscript = takeTranscript;
    this.takeEnd = takeEnd;
  }

  @Override
  public String name() {
    return "calls.lifecycle";
  }

  @Override
  public Class<CallLifecycleEvent> events() {
    return CallLifecycleEvent.class;
  }

  @Override
  public void on(Envelope<CallLifecycleEvent> envelope) {
    Fact fact = Fact.of(envelope);
    switch (envelope.event()) {
      case ParticipantJoined joined -> recordFact.record(fact);
      case ParticipantLeft left -> recordFact.record(fact);
      case RoomFinished finished -> recordFact.record(fact);
      case CallEndRequested end -> takeEnd.take(fact, end);
      case TransferRequested transfer -> recordFact.record(fact);
      case TransferAttempted attempt -> recordFact.record(fact);
      case TransferRefused refused -> recordFact.record(fact);
      case RoomStarted started -> timeline.append(fact);
      case EgressReported egress -> timeline.append(fact);
      case TranscriptReported transcript -> takeTranscript.take(fact, transcript);
    }
  }
}
