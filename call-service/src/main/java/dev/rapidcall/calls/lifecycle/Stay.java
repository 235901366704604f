package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.Participant;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One participant's presence in the room, from joining to leaving; who is still there has no leave.
 */
record Stay(Participant participant, @Nullable ParticipantLeft leave) {
  /** After these the client's own reconnection may bring the person back. */
  private static final Set<String> BROKEN_CONNECTION =
      Set.of(
          "UNKNOWN_REASON",
          "DUPLICATE_IDENTITY",
          "STATE_MISMATCH",
          "JOIN_FAILURE",
          "MIGRATION",
          "SIGNAL_CLOSE",
          "CONNECTION_TIMEOUT",
          "MEDIA_FAILURE");

  /** After these somebody else ended the stay. */
  private static final Set<String> ENDED_BY_SERVER =
      Set.of("ROOM_DELETED", "ROOM_CLOSED", "PARTICIPANT_REMOVED", "SERVER_SHUTDOWN");

  boolean isOver() {
    return leave != null;
  }

  /** Never before the joining: LiveKit rounds the time of leaving down to the second. */
  @Nullable Instant leftAt() {
    if (leave == null) {
      return null;
    }
    return leave.leftAt().isBefore(joinedAt()) ? joinedAt() : leave.leftAt();
  }

  Instant joinedAt() {
    return participant.joinedAt();
  }

  /** The last {@code sip.callStatus} that was seen of a phone. */
  String sipCallStatus() {
    return leave == null ? participant.sipCallStatus() : leave.participant().sipCallStatus();
  }

  boolean connectionBroke() {
    return leave != null && BROKEN_CONNECTION.contains(leave.disconnectReason());
  }

  boolean wasEndedByServer() {
    return leave != null && ENDED_BY_SERVER.contains(leave.disconnectReason());
  }

  boolean wasRejected() {
    return leave != null && leave.disconnectReason().equals("USER_REJECTED");
  }
}
