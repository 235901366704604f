package dev.rapidcall.calls.transfer;

import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.calls.rooms.PhoneTransfers;
import dev.rapidcall.calls.rooms.Rooms;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.calls.rooms.RoomsException.Kind;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.Conflict;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Hands the phone of a call on, once, within the time that the voice agent waits. The call ends
 * when the phone leaves; nothing here waits for that, nor for what follows.
 */
@Component
class TransferCall {
  private static final Logger log = LoggerFactory.getLogger(TransferCall.class);
  private static final Duration AGENT_WAITS = Duration.ofSeconds(13);
  private static final Duration SHORTEST_RINGING = Duration.ofSeconds(2);

  /** LiveKit gives up within the agent's time; the rest is for the phone's leaving to be told. */
  private static final Duration UNDECIDED = AGENT_WAITS.plusSeconds(7);

  private final KnownCalls calls;
  private final Rooms rooms;
  private final PhoneTransfers phones;
  private final Transfers transfers;
  private final NoteTransfer noteTransfer;
  private final Clock clock;

  TransferCall(
      KnownCalls calls,
      Rooms rooms,
      PhoneTransfers phones,
      Transfers transfers,
      NoteTransfer noteTransfer,
      Clock clock) {
    this.calls = calls;
    this.rooms = rooms;
    this.phones = phones;
    this.transfers = transfers;
    this.noteTransfer = noteTransfer;
    this.clock = clock;
  }

  void transfer(String sentId, TransferTarget target) {
    Instant askedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Call call = calls.find(sentId).orElseThrow(() -> new NotFound("Call not found"));
    CallId id = call.id();
    if (transfers.done(id).filter(target::equals).isPresent()) {
      return;
    }
    if (call.channel() == CallChannel.WEB) {
      throw new BadRequest("A web call cannot be transferred");
    }
    if (call.hasEnded()) {
      throw new BadRequest("The call has ended already");
    }
    Claim claim = new Claim(id, askedAt, askedAt.plus(UNDECIDED));
    if (!transfers.take(claim, target)) {
      throw new Conflict("The call is being transferred, or was", Map.of());
    }
    handOn(call, target, claim);
    log.info("[internal.transfer] call {} transferred to {}", id, target);
  }

  private void handOn(Call call, TransferTarget target, Claim claim) {
    try {
      ask(call, claimedPhone(call, claim), target, claim);
    } catch (RoomsException e) {
      log.warn(
          "[internal.transfer] call {} not transferred to {}: {}",
          call.id(),
          target,
          e.getMessage());
      throw TransferFailure.of(e);
    }
  }

  private String claimedPhone(Call call, Claim claim) {
    boolean found = false;
    try {
      String phone = phone(call);
      found = true;
      return phone;
    } finally {
      if (!found) {
        transfers.release(claim);
      }
    }
  }

  /** Without a clear no the claim stays: LiveKit may be at it, and must not be asked twice. */
  private void ask(Call call, String phone, TransferTarget target, Claim claim) {
    noteTransfer.attempted(call, target, claim);
    Duration spent = Duration.between(claim.askedAt(), clock.instant());
    Duration left = AGENT_WAITS.minus(spent);
    try {
      phones.transfer(
          call.roomName(),
          phone,
          target.uri(),
          left.compareTo(SHORTEST_RINGING) < 0 ? SHORTEST_RINGING : left);
    } catch (RoomsException e) {
      if (e.kind() == Kind.REFUSED) {
        noteTransfer.refused(call, claim);
      }
      throw e;
    }
    noteTransfer.done(call, target, claim);
  }

  /** The caller's phone, never the recorder, however their kinds are numbered. */
  private String phone(Call call) {
    List<Participant> present = rooms.participants(call.roomName());
    return present.stream()
        .filter(participant -> participant.kind() == ParticipantKind.SIP)
        .map(Participant::identity)
        .findFirst()
        .orElseThrow(
            () ->
                new BadRequest(
                    "There is no phone in the call", Map.of("participantCount", present.size())));
  }
}
