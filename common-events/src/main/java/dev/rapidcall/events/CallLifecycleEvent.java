package dev.rapidcall.events;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened to a call outside of RapidCall, as the gateway heard it. */
@Topic(
    value = "rapidcall.call-lifecycle",
    publishedBy = "api-gateway",
    consumedBy = {"call-service", "recording-service"})
public sealed interface CallLifecycleEvent extends Event {

  /** LiveKit made the room; nobody needs to be in it. Source: {@code room_started}. */
  @WireName("rapidcall.room.started.v1")
  record RoomStarted(CallId callId, RoomName roomName, String roomSid)
      implements CallLifecycleEvent {}

  /** Source: {@code participant_joined}. Joined is not answered. */
  @WireName("rapidcall.participant.joined.v1")
  record ParticipantJoined(CallId callId, RoomName roomName, Participant participant)
      implements CallLifecycleEvent {}

  /**
   * Source: {@code participant_left} or {@code participant_connection_aborted}.
   *
   * @param leftAt LiveKit says it in whole seconds, rounded down
   * @param disconnectReason LiveKit's {@code DisconnectReason}, {@code UNKNOWN_REASON} if unsaid
   */
  @WireName("rapidcall.participant.left.v1")
  record ParticipantLeft(
      CallId callId,
      RoomName roomName,
      Participant participant,
      Instant leftAt,
      String disconnectReason)
      implements CallLifecycleEvent {}

  /**
   * LiveKit closed the room, some 20 s after the last person left. Source: {@code room_finished}.
   */
  @WireName("rapidcall.room.finished.v1")
  record RoomFinished(CallId callId, RoomName roomName, String roomSid)
      implements CallLifecycleEvent {}

  /**
   * Somebody ended the call, or wishes it.
   *
   * @param outcome the reason in the words of the calls API, such as {@code agent_hangup}
   * @param analysis what the voice agent found out by itself, null if it sent nothing
   */
  @WireName("rapidcall.call.end-requested.v1")
  record CallEndRequested(
      CallId callId, EndRequester requestedBy, String outcome, @Nullable AgentAnalysis analysis)
      implements CallLifecycleEvent {

    /** An end that says nothing of an analysis. */
    public CallEndRequested(CallId callId, EndRequester requestedBy, String outcome) {
      this(callId, requestedBy, outcome, null);
    }
  }

  /**
   * The voice agent's own analysis of the call; it wins over RapidCall's.
   *
   * @param status such as {@code completed}, null if unsaid
   * @param results {@code name}, {@code value} and perhaps {@code description} each
   */
  record AgentAnalysis(@Nullable String status, List<Map<String, @Nullable Object>> results) {}

  /** Who ended a call. */
  enum EndRequester {
    /** The voice agent, before it says goodbye: a wish, carried out when it has left. */
    AGENT,
    /** A person at the dashboard or an API client: at once. */
    USER,
    /** RapidCall itself: a deadline passed or the room is gone. */
    SYSTEM
  }

  /**
   * The phone of a call was handed on to somebody else, by the voice agent's wish. Said only of a
   * transfer that LiveKit carried out; the phone then leaves the room as if it had hung up.
   *
   * @param transferTo {@code tel:} or {@code sip:} and whom
   */
  @WireName("rapidcall.call.transfer-requested.v1")
  record TransferRequested(CallId callId, RoomName roomName, String transferTo)
      implements CallLifecycleEvent {}

  /**
   * RapidCall is about to ask LiveKit to hand the phone on; said before, so that it is known even
   * if the answer never comes. A phone that leaves before {@code undecidedUntil} was handed on,
   * unless {@link TransferRefused} says otherwise.
   *
   * @param undecidedUntil when LiveKit has surely given up
   */
  @WireName("rapidcall.call.transfer-attempted.v1")
  record TransferAttempted(
      CallId callId, RoomName roomName, String transferTo, Instant undecidedUntil)
      implements CallLifecycleEvent {}

  /**
   * LiveKit clearly said that it did not hand the phone on.
   *
   * @param attempt the id of the {@link TransferAttempted} that it takes back
   */
  @WireName("rapidcall.call.transfer-refused.v1")
  record TransferRefused(CallId callId, RoomName roomName, EventId attempt)
      implements CallLifecycleEvent {}

  /**
   * The whole transcript so far; it replaces the earlier one.
   *
   * @param items utterances and tool calls as the calls API shows them, already sanitised
   */
  @WireName("rapidcall.transcript.reported.v1")
  record TranscriptReported(
      CallId callId, EndRequester reportedBy, List<Map<String, @Nullable Object>> items)
      implements CallLifecycleEvent {}

  /**
   * What LiveKit says of an egress. Source: {@code egress_started}, {@code egress_updated}, {@code
   * egress_ended}. States may be skipped and may arrive in any order.
   *
   * @param updatedAt orders the reports of one egress
   * @param error LiveKit's words, empty if none
   */
  @WireName("rapidcall.egress.reported.v1")
  record EgressReported(
      CallId callId,
      RoomName roomName,
      EgressId egressId,
      EgressStatus status,
      Instant updatedAt,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable EgressFile file,
      String error)
      implements CallLifecycleEvent {}

  /** LiveKit's {@code EgressStatus} without its prefix. JSON omits STARTING. */
  enum EgressStatus {
    STARTING,
    ACTIVE,
    ENDING,
    COMPLETE,
    FAILED,
    ABORTED,
    LIMIT_REACHED,
    /** A status that this version does not know. */
    OTHER;

    /** Whether the egress will say nothing more. */
    public boolean isTerminal() {
      return this == COMPLETE || this == FAILED || this == ABORTED || this == LIMIT_REACHED;
    }
  }

  /**
   * The file an egress writes.
   *
   * @param filename the S3 key
   * @param sizeBytes null when LiveKit does not say it
   * @param duration of the media, null when unknown; never negative
   * @param startedAt when the media begin, which is later than the egress's own start
   */
  record EgressFile(
      String filename,
      @Nullable Long sizeBytes,
      @Nullable Duration duration,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt) {}
}
