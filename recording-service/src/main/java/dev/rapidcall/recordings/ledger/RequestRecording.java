package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import dev.rapidcall.recordings.objects.StorageSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Wishes that a call be recorded, if recordings are configured. A worker starts the egress. */
@Component
public class RequestRecording {
  private final RecordFact recordFact;
  private final StorageSettings storage;

  RequestRecording(RecordFact recordFact, StorageSettings storage) {
    this.recordFact = recordFact;
    this.storage = storage;
  }

  /** Takes the beginning of a call. */
  public void request(CallStarted call) {
    if (!storage.isConfigured()) {
      return;
    }
    recordFact.record(
        call.callId(),
        List.of(
            new Wanted(
                call.startedAt(),
                call.workspaceId(),
                call.roomName(),
                Recordings.keyOf(call.callId()))));
  }
}
