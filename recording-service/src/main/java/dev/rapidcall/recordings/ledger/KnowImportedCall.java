package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallEvent.CallImported;
import dev.rapidcall.recordings.ledger.RecordingFact.Known;
import dev.rapidcall.recordings.objects.StorageSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes a call of another installation. Its recording is looked for under the name that the call's
 * own recording would have here; any other name could be that of somebody else's file.
 */
@Component
public class KnowImportedCall {
  private final RecordFact recordFact;
  private final StorageSettings storage;

  KnowImportedCall(RecordFact recordFact, StorageSettings storage) {
    this.recordFact = recordFact;
    this.storage = storage;
  }

  /** Takes the import of a call, whether it is the first or not. */
  public void know(CallImported call) {
    String ours = Recordings.keyOf(call.callId());
    boolean mayBeHere = storage.isConfigured() && ours.equals(call.recordingKey());
    recordFact.record(
        call.callId(),
        List.of(new Known(call.endedAt(), call.workspaceId(), mayBeHere ? ours : null)));
  }
}
