package dev.rapidcall.gateway.webhooks.livekit;

import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EgressFile;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import dev.rapidcall.events.CallLifecycleEvent.RoomStarted;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.events.CallLifecycleEvent.TransferAttempted;
import dev.rapidcall.events.CallLifecycleEvent.TransferRefused;
import dev.rapidcall.events.CallLifecycleEvent.TransferRequested;
import dev.rapidcall.events.Participant;
import dev.rapidcall.messaging.Envelope;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line per fact, with times in milliseconds since the room began, for tables in tests. */
final class Summaries {

  private Summaries() {}

  static String of(Envelope<CallLifecycleEvent> envelope, Instant zero) {
    String at = since(zero, envelope.occurredAt()) + " ";
    return at
        + switch (envelope.event()) {
          case RoomStarted event -> "room started";
          case RoomFinished event -> "room finished";
          case ParticipantJoined event -> "joined " + who(event.participant());
          case ParticipantLeft event ->
              "left " + who(event.participant()) + " " + event.disconnectReason();
          case EgressReported event ->
              "egress " + event.status() + file(event.file()) + error(event.error());
          case TranscriptReported event -> "transcript";
          case CallEndRequested event -> "end";
          case TransferRequested event -> "transfer";
          case TransferAttempted event -> "transfer attempted";
          case TransferRefused event -> "transfer refused";
        };
  }

  private static String who(Participant participant) {
    String status = participant.sipCallStatus();
    return participant.kind() + (status.isEmpty() ? "" : "/" + status);
  }

  private static String file(@Nullable EgressFile file) {
    if (file == null) {
      return " no file";
    }
    return file.sizeBytes() == null && file.duration() == null
        ? ""
        : " " + file.sizeBytes() + " bytes " + millis(file.duration()) + " ms";
  }

  private static @Nullable Long millis(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis();
  }

  private static String error(String error) {
    return error.isEmpty() ? "" : " error";
  }

  private static long since(Instant zero, Instant at) {
    return Duration.between(zero, at).toMillis();
  }
}
