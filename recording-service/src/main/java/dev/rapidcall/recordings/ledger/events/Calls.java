package dev.rapidcall.recordings.ledger.events;

import dev.rapidcall.events.CallEvent;
import dev.rapidcall.events.CallEvent.AgentMissing;
import dev.rapidcall.events.CallEvent.CallAnalyzed;
import dev.rapidcall.events.CallEvent.CallAnswered;
import dev.rapidcall.events.CallEvent.CallCorrected;
import dev.rapidcall.events.CallEvent.CallEnded;
import dev.rapidcall.events.CallEvent.CallImported;
import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.recordings.ledger.FinishRecording;
import dev.rapidcall.recordings.ledger.KnowImportedCall;
import dev.rapidcall.recordings.ledger.RequestRecording;
import org.springframework.stereotype.Component;

/** When calls begin and end. */
@Component
class Calls implements EventConsumer<CallEvent> {
  private final RequestRecording requestRecording;
  private final KnowImportedCall knowImportedCall;
  private final FinishRecording finishRecording;

  Calls(
      RequestRecording requestRecording,
      KnowImportedCall knowImportedCall,
      FinishRecording finishRecording) {
    this.requestRecording = requestRecording;
    this.knowImportedCall = knowImportedCall;
    this.finishRecording = finishRecording;
  }

  @Override
  public String name() {
    return "recordings.calls";
  }

  @Override
  public Class<CallEvent> events() {
    return CallEvent.class;
  }

  @Override
  public void on(Envelope<CallEvent> envelope) {
    switch (envelope.event()) {
      case CallStarted started -> requestRecording.request(started);
      case CallImported imported -> knowImportedCall.know(imported);
      case CallEnded ended -> finishRecording.finish(ended);
      case CallAnswered answered -> {}
      case AgentMissing missing -> {}
      case CallCorrected corrected -> {}
      case CallAnalyzed analyzed -> {}
    }
  }
}
