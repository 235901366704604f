package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.recordings.ledger.RecordingFact.Known;
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

  /** Takes the beginning of a call; whose it is, is kept always. */
  public void request(CallStarted call) {
    recordFact.record(call.callId(), List.of(storage.isConfigured() ? wish(call) : known(call)));
  }

  private static RecordingFact wish(CallStarted call) {
    return new Wanted(
        call.startedAt(), call.workspaceId(), call.roomName(), Recordings.keyOf(call.callId()));
  }

  private static RecordingFact known(CallStarted call) {
    return new Known(call.startedAt(), call.workspaceId(), null);
  }
}
