package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that became known about the recording of a call. Facts come in any order. */
public sealed interface RecordingFact {

  /** When it happened or was found out. */
  Instant at();

  /**
   * The call exists and shall be recorded.
   *
   * @param key the file that it shall be written to
   */
  record Wanted(Instant at, WorkspaceId workspace, RoomName room, String key)
      implements RecordingFact {}

  /**
   * The call exists, and nothing is recorded of it here.
   *
   * @param key the file that was made of it elsewhere and may lie in our store; null for none
   */
  record Known(Instant at, WorkspaceId workspace, @Nullable String key) implements RecordingFact {}

  /** The call is over. */
  record CallOver(Instant at) implements RecordingFact {}

  /** LiveKit said something about an egress: by webhook, as an answer, or when asked. */
  record EgressSeen(EgressId egress, EgressView view) implements RecordingFact {
    /** The fact in a report. */
    public static EgressSeen of(EgressReported report) {
      return new EgressSeen(report.egressId(), EgressView.of(report));
    }

    @Override
    public Instant at() {
      return view.updatedAt();
    }
  }

  /** We asked an egress to finish. */
  record StopAsked(Instant at, EgressId egress) implements RecordingFact {}

  /** The object of an egress that is done was looked for long enough. */
  record LookedInVain(Instant at, EgressId egress, String reason) implements RecordingFact {}

  /** Our own deadline passed. */
  record GivenUp(Instant at, String reason) implements RecordingFact {}

  /** The object lies in the store and is not empty. */
  record ObjectFound(Instant at, String key, long sizeBytes) implements RecordingFact {}

  /**
   * Somebody uploaded a recording of his own. It changes nothing about the one that is made.
   *
   * @param mime what it is served as
   */
  record Uploaded(Instant at, String key, String mime, long sizeBytes) implements RecordingFact {
    /** The id of the event that tells of it. */
    public EventId eventId(CallId call) {
      return new EventId(
          "recording:" + call + ":uploaded:" + key.substring(key.lastIndexOf('/') + 1));
    }
  }
}
