package dev.rapidcall.calls.transfer;

import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.RecordFact;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallLifecycleEvent.TransferRequested;
import dev.rapidcall.events.EventId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps that a call was transferred, for what its phone's leaving then means. */
@Component
class NoteTransfer {
  private static final String SOURCE = "voice-agent";

  private final Transfers transfers;
  private final RecordFact recordFact;
  private final Clock clock;

  NoteTransfer(Transfers transfers, RecordFact recordFact, Clock clock) {
    this.transfers = transfers;
    this.recordFact = recordFact;
    this.clock = clock;
  }

  /**
   * Dates it when it was asked for: the phone was there then, and may be gone by the time we hear.
   */
  @Transactional
  void note(Call call, TransferTarget target, Instant askedAt) {
    transfers.markDone(call.id(), askedAt);
    recordFact.record(
        new Fact(
            new EventId("transfer:" + call.id()),
            SOURCE,
            askedAt,
            clock.instant(),
            new TransferRequested(call.id(), call.roomName(), target.uri())));
  }
}
