package dev.rapidcall.events;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of a call's recording: of the one that is made, and of those that people upload. */
@Topic(
    value = "rapidcall.recordings",
    publishedBy = "recording-service",
    consumedBy = "call-service")
public sealed interface RecordingEvent extends Event {

  /** The workspace that the call belongs to. */
  WorkspaceId workspaceId();

  /** A recording shall be made; the egress may not run yet. */
  @WireName("rapidcall.recording.requested.v1")
  record RecordingRequested(CallId callId, WorkspaceId workspaceId, String bucket, String key)
      implements RecordingEvent {}

  /** An egress writes the recording. */
  @WireName("rapidcall.recording.started.v1")
  record RecordingStarted(
      CallId callId,
      WorkspaceId workspaceId,
      EgressId egressId,
      String bucket,
      String key,
      Instant startedAt)
      implements RecordingEvent {}

  /**
   * The object lies in S3 and has this size.
   *
   * @param duration of the media, null if LiveKit never said it
   */
  @WireName("rapidcall.recording.ready.v1")
  record RecordingReady(
      CallId callId,
      WorkspaceId workspaceId,
      @Nullable EgressId egressId,
      String bucket,
      String key,
      long sizeBytes,
      @Nullable Duration duration)
      implements RecordingEvent {}

  /** There will be no recording. {@code reason} says why, for a person. */
  @WireName("rapidcall.recording.failed.v1")
  record RecordingFailed(
      CallId callId, WorkspaceId workspaceId, @Nullable EgressId egressId, String reason)
      implements RecordingEvent {}

  /** The egress says that it is complete, and S3 does not have the object. */
  @WireName("rapidcall.recording.missing.v1")
  record RecordingMissing(
      CallId callId,
      WorkspaceId workspaceId,
      @Nullable EgressId egressId,
      String bucket,
      String key,
      String reason)
      implements RecordingEvent {}

  /**
   * Somebody uploaded a recording. The newest upload is what the call shows; what was made before
   * is kept.
   *
   * @param mime what it is served as
   */
  @WireName("rapidcall.recording.uploaded.v1")
  record RecordingUploaded(
      CallId callId,
      WorkspaceId workspaceId,
      String bucket,
      String key,
      String mime,
      long sizeBytes,
      Instant uploadedAt)
      implements RecordingEvent {}

  /**
   * Somebody heard the recording.
   *
   * @param plays how often it was heard so far; the highest one holds
   */
  @WireName("rapidcall.recording.played.v1")
  record RecordingPlayed(CallId callId, WorkspaceId workspaceId, long plays, Instant playedAt)
      implements RecordingEvent {}
}
