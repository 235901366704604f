package dev.rapidcall.recordings.ledger.events;

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
import dev.rapidcall.recordings.ledger.RecordEgress;
import org.springframework.stereotype.Component;

/** What LiveKit's webhooks say of egresses. */
@Component
class EgressReports implements EventConsumer<CallLifecycleEvent> {
  private final RecordEgress recordEgress;

  EgressReports(RecordEgress recordEgress) {
    this.recordEgress = recordEgress;
  }

  @Override
  public String name() {
    return "recordings.call-lifecycle";
  }

  @Override
  public Class<CallLifecycleEvent> events() {
    return CallLifecycleEvent.class;
  }

  @Override
  public void on(Envelope<CallLifecycleEvent> envelope) {
    switch (envelope.event()) {
      case EgressReported report -> recordEgress.record(report);
      case RoomStarted room -> {}
      case ParticipantJoined joined -> {}
      case ParticipantLeft left -> {}
      case RoomFinished room -> {}
      case CallEndRequested request -> {}
      case TransferRequested transfer -> {}
      case TransferAttempted attempt -> {}
      case TransferRefused refused -> {}
      case TranscriptReported transcript -> {}
    }
  }
}
