package dev.rapidcall.recordings.ledger;

import static java.util.Objects.requireNonNull;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.ledger.RecordingFact.CallOver;
import dev.rapidcall.recordings.ledger.RecordingFact.EgressSeen;
import dev.rapidcall.recordings.ledger.RecordingFact.GivenUp;
import dev.rapidcall.recordings.ledger.RecordingFact.Known;
import dev.rapidcall.recordings.ledger.RecordingFact.LookedInVain;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.ledger.RecordingFact.StopAsked;
import dev.rapidcall.recordings.ledger.RecordingFact.Uploaded;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A fact as a row of {@code recording_facts}.
 *
 * @param detail of a call: its workspace; of an egress: its status; of a failure: the reason; of an
 *     upload: its mime type
 * @param egressId null if the fact is about no egress
 * @param objectKey the file that was said or found
 */
record FactRow(
    String callId,
    String kind,
    OffsetDateTime at,
    String detail,
    @Nullable String roomName,
    @Nullable String egressId,
    @Nullable OffsetDateTime mediaStartedAt,
    @Nullable Long mediaMs,
    @Nullable String objectKey,
    @Nullable Long sizeBytes,
    String error) {

  private static final String WANTED = "wanted";
  private static final String KNOWN = "known";
  private static final String CALL_OVER = "call-over";
  private static final String EGRESS_SEEN = "egress-seen";
  private static final String STOP_ASKED = "stop-asked";
  private static final String LOOKED_IN_VAIN = "looked-in-vain";
  private static final String GIVEN_UP = "given-up";
  private static final String OBJECT_FOUND = "object-found";
  private static final String UPLOADED = "uploaded";

  static FactRow of(CallId call, RecordingFact fact) {
    return switch (fact) {
      case Wanted it ->
          row(
              call,
              WANTED,
              it.at(),
              it.workspace().value(),
              it.room().value(),
              null,
              it.key(),
              null);
      case Known it ->
          row(call, KNOWN, it.at(), it.workspace().value(), null, null, it.key(), null);
      case CallOver it -> row(call, CALL_OVER, it.at(), "", null, null, null, null);
      case EgressSeen it -> ofEgress(call, it);
      case StopAsked it ->
          row(call, STOP_ASKED, it.at(), "", null, it.egress().value(), null, null);
      case LookedInVain it ->
          row(call, LOOKED_IN_VAIN, it.at(), it.reason(), null, it.egress().value(), null, null);
      case GivenUp it -> row(call, GIVEN_UP, it.at(), it.reason(), null, null, null, null);
      case ObjectFound it ->
          row(call, OBJECT_FOUND, it.at(), "", null, null, it.key(), it.sizeBytes());
      case Uploaded it ->
          row(call, UPLOADED, it.at(), it.mime(), null, null, it.key(), it.sizeBytes());
    };
  }

  RecordingFact fact() {
    Instant when = at.toInstant();
    return switch (kind) {
      case WANTED ->
          new Wanted(
              when,
              new WorkspaceId(detail),
              new RoomName(requireNonNull(roomName)),
              requireNonNull(objectKey));
      case KNOWN -> new Known(when, new WorkspaceId(detail), objectKey);
      case CALL_OVER -> new CallOver(when);
      case EGRESS_SEEN -> new EgressSeen(egress(), view());
      case STOP_ASKED -> new StopAsked(when, egress());
      case LOOKED_IN_VAIN -> new LookedInVain(when, egress(), detail);
      case GIVEN_UP -> new GivenUp(when, detail);
      case OBJECT_FOUND ->
          new ObjectFound(when, requireNonNull(objectKey), requireNonNull(sizeBytes));
      case UPLOADED ->
          new Uploaded(when, requireNonNull(objectKey), detail, requireNonNull(sizeBytes));
      default -> throw new IllegalStateException("unknown kind of fact: " + kind);
    };
  }

  private static FactRow row(
      CallId call,
      String kind,
      Instant at,
      String detail,
      @Nullable String room,
      @Nullable String egress,
      @Nullable String key,
      @Nullable Long size) {
    return new FactRow(
        call.value(), kind, utc(at), detail, room, egress, null, null, key, size, "");
  }

  private static FactRow ofEgress(CallId call, EgressSeen seen) {
    EgressView view = seen.view();
    Instant mediaStartedAt = view.mediaStartedAt();
    Duration length = view.length();
    return new FactRow(
        call.value(),
        EGRESS_SEEN,
        utc(view.updatedAt()),
        view.status().name(),
        null,
        seen.egress().value(),
        mediaStartedAt == null ? null : utc(mediaStartedAt),
        length == null ? null : length.toMillis(),
        view.key(),
        null,
        view.error());
  }

  private EgressId egress() {
    return new EgressId(requireNonNull(egressId));
  }

  private EgressView view() {
    return new EgressView(
        EgressStatus.valueOf(detail),
        at.toInstant(),
        mediaStartedAt == null ? null : mediaStartedAt.toInstant(),
        objectKey,
        mediaMs == null ? null : Duration.ofMillis(mediaMs),
        error);
  }

  /** Cut to what Postgres keeps: it would round up, and the fact would differ from itself. */
  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
