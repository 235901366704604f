package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallEvent.CallEnded;
import dev.rapidcall.recordings.ledger.RecordingFact.CallOver;
import dev.rapidcall.recordings.objects.StorageSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Wishes that the recording of a call be finished. A worker stops the egress. */
@Component
public class FinishRecording {
  private final RecordFact recordFact;
  private final StorageSettings storage;

  FinishRecording(RecordFact recordFact, StorageSettings storage) {
    this.recordFact = recordFact;
    this.storage = storage;
  }

  /** Takes the end of a call. */
  public void finish(CallEnded call) {
    if (storage.isConfigured()) {
      recordFact.record(call.callId(), List.of(new CallOver(call.result().endedAt())));
    }
  }
}
