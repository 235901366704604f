package dev.rapidcall.calls.transfer;

import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.RecordFact;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.TransferAttempted;
import dev.rapidcall.events.CallLifecycleEvent.TransferRefused;
import dev.rapidcall.events.CallLifecycleEvent.TransferRequested;
import dev.rapidcall.events.EventId;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what became of a transfer, for what its phone's leaving then means. */
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

  /** Before LiveKit is asked: its answer may get lost. */
  @Transactional
  void attempted(Call call, TransferTarget target, Claim claim) {
    record(
        attempt(claim),
        claim.askedAt(),
        new TransferAttempted(call.id(), call.roomName(), target.uri(), claim.until()));
  }

  /** LiveKit clearly said no: a phone that leaves hung up, and another transfer may be tried. */
  @Transactional
  void refused(Call call, Claim claim) {
    transfers.release(claim);
    record(
        new EventId(attempt(claim).value() + ":refused"),
        clock.instant(),
        new TransferRefused(call.id(), call.roomName(), attempt(claim)));
  }

  /**
   * Dates it when it was asked for: the phone was there then, and may be gone by the time we hear.
   */
  @Transactional
  void done(Call call, TransferTarget target, Claim claim) {
    transfers.markDone(call.id(), claim.askedAt());
    record(
        new EventId("transfer:" + call.id()),
        claim.askedAt(),
        new TransferRequested(call.id(), call.roomName(), target.uri()));
  }

  private void record(EventId id, Instant occurredAt, CallLifecycleEvent event) {
    recordFact.record(new Fact(id, SOURCE, occurredAt, clock.instant(), event));
  }

  private static EventId attempt(Claim claim) {
    return new EventId("transfer:" + claim.call() + ":" + claim.askedAt().toEpochMilli());
  }
}
