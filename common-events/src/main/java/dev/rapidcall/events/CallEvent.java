package dev.rapidcall.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What call-service decided about a call. */
@Topic(
    value = "rapidcall.calls",
    publishedBy = "call-service",
    consumedBy = {"billing-service", "call-service", "recording-service"})
public sealed interface CallEvent extends Event {

  /** The workspace that the call belongs to. */
  WorkspaceId workspaceId();

  /**
   * The call exists and its room is open; nobody needs to be in it yet.
   *
   * @param agentId null for a call to a number without an agent
   */
  @WireName("rapidcall.call.started.v1")
  record CallStarted(
      CallId callId,
      WorkspaceId workspaceId,
      @Nullable AgentId agentId,
      RoomName roomName,
      CallChannel channel,
      Instant startedAt)
      implements CallEvent {}

  /** The caller's leg is connected: talk begins. */
  @WireName("rapidcall.call.answered.v1")
  record CallAnswered(
      CallId callId, WorkspaceId workspaceId, CallChannel channel, Instant answeredAt)
      implements CallEvent {}

  /**
   * A caller has been in the room without an agent for some seconds. The call goes on: the agent
   * may still come. Published at most once per call.
   *
   * @param since when the caller was left alone
   */
  @WireName("rapidcall.call.agent-missing.v1")
  record AgentMissing(CallId callId, WorkspaceId workspaceId, CallChannel channel, Instant since)
      implements CallEvent {}

  /** The call is over. Published exactly once per call. */
  @WireName("rapidcall.call.ended.v1")
  record CallEnded(CallId callId, WorkspaceId workspaceId, CallChannel channel, CallResult result)
      implements CallEvent {}

  /**
   * A late fact changed what {@link CallEnded} said.
   *
   * @param revision 1 for the first correction of a call, then rising; the highest one holds
   */
  @WireName("rapidcall.call.corrected.v1")
  record CallCorrected(
      CallId callId, WorkspaceId workspaceId, CallChannel channel, CallResult result, int revision)
      implements CallEvent {}

  /**
   * The analysis after the call is over and will not be tried again; what it found is read from
   * call-service. Published once per call that was analysed.
   *
   * @param completed false when the model gave nothing usable
   */
  @WireName("rapidcall.call.analyzed.v1")
  record CallAnalyzed(CallId callId, WorkspaceId workspaceId, Instant analyzedAt, boolean completed)
      implements CallEvent {}

  /**
   * A call that took place in another installation was brought in, perhaps not for the first time.
   * It is over, and nothing follows from it but that it exists.
   *
   * @param recordingKey the file that it was recorded to, null if it has none; whether our storage
   *     has it is not known
   */
  @WireName("rapidcall.call.imported.v1")
  record CallImported(
      CallId callId,
      WorkspaceId workspaceId,
      Instant startedAt,
      Instant endedAt,
      @Nullable String recordingKey)
      implements CallEvent {}

  /**
   * How a call came out.
   *
   * @param answeredAt null if it was never answered
   * @param talkTime from answer to the end of the talk, by event time; zero if never answered
   * @param outcome why it ended, such as {@code user_hangup}
   */
  record CallResult(
      @Nullable Instant answeredAt, Instant endedAt, Duration talkTime, String outcome) {}
}
