package dev.rapidcall.recordings.egress.livekit;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EgressFile;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.RoomName;
import java.time.Duration;
import java.time.Instant;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import org.jspecify.annotations.Nullable;

/** LiveKit's words for an egress into ours. Its times are nanoseconds; zero means unsaid. */
final class EgressTranslation {
  private EgressTranslation() {}

  static EgressReported report(EgressInfo info) {
    RoomName room = new RoomName(info.getRoomName());
    Instant startedAt = instant(info.getStartedAt());
    Instant endedAt = instant(info.getEndedAt());
    return new EgressReported(
        CallId.of(room),
        room,
        new EgressId(info.getEgressId()),
        status(info),
        updatedAt(info),
        startedAt,
        endedAt,
        file(info),
        info.getError());
  }

  private static EgressStatus status(EgressInfo info) {
    return switch (info.getStatus()) {
      case EGRESS_STARTING -> EgressStatus.STARTING;
      case EGRESS_ACTIVE -> EgressStatus.ACTIVE;
      case EGRESS_ENDING -> EgressStatus.ENDING;
      case EGRESS_COMPLETE -> EgressStatus.COMPLETE;
      case EGRESS_FAILED -> EgressStatus.FAILED;
      case EGRESS_ABORTED -> EgressStatus.ABORTED;
      case EGRESS_LIMIT_REACHED -> EgressStatus.LIMIT_REACHED;
      case UNRECOGNIZED -> EgressStatus.OTHER;
    };
  }

  private static Instant updatedAt(EgressInfo info) {
    long latest = Math.max(info.getUpdatedAt(), Math.max(info.getStartedAt(), info.getEndedAt()));
    return Instant.ofEpochSecond(0, latest);
  }

  private static @Nullable EgressFile file(EgressInfo info) {
    if (info.getFileResultsCount() > 0) {
      return file(info.getFileResults(0));
    }
    EgressFile file = oldStyleFile(info);
    return file == null ? promisedFile(info.getRoomComposite()) : file;
  }

  /** Before there is a result, the request still says which file it will be. */
  private static @Nullable EgressFile promisedFile(RoomCompositeEgressRequest request) {
    return request.getFileOutputsCount() == 0
        ? null
        : file(FileInfo.newBuilder().setFilename(request.getFileOutputs(0).getFilepath()).build());
  }

  @SuppressWarnings("deprecation") // older servers fill this field only
  private static @Nullable EgressFile oldStyleFile(EgressInfo info) {
    return info.hasFile() ? file(info.getFile()) : null;
  }

  private static @Nullable EgressFile file(FileInfo file) {
    if (file.getFilename().isBlank()) {
      return null;
    }
    return new EgressFile(
        file.getFilename(),
        file.getSize() > 0 ? file.getSize() : null,
        file.getDuration() > 0 ? Duration.ofNanos(file.getDuration()) : null,
        instant(file.getStartedAt()),
        instant(file.getEndedAt()));
  }

  private static @Nullable Instant instant(long nanoseconds) {
    return nanoseconds > 0 ? Instant.ofEpochSecond(0, nanoseconds) : null;
  }
}
