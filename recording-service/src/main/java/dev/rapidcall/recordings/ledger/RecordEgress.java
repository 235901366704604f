package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.recordings.ledger.RecordingFact.EgressSeen;
import dev.rapidcall.recordings.objects.StorageSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes what LiveKit reports of an egress, even before the call itself is known. */
@Component
public class RecordEgress {
  private final RecordFact recordFact;
  private final StorageSettings storage;

  RecordEgress(RecordFact recordFact, StorageSettings storage) {
    this.recordFact = recordFact;
    this.storage = storage;
  }

  /** Takes one report. */
  public void record(EgressReported report) {
    if (storage.isConfigured()) {
      recordFact.record(report.callId(), List.of(EgressSeen.of(report)));
    }
  }
}
