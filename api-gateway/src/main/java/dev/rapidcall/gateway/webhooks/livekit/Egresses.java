package dev.rapidcall.gateway.webhooks.livekit;

import dev.rapidcall.events.CallLifecycleEvent.EgressFile;
import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import java.time.Duration;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.FileInfo;
import org.jspecify.annotations.Nullable;

/** From LiveKit's egress to ours. */
final class Egresses {

  private Egresses() {}

  static EgressStatus status(livekit.LivekitEgress.EgressStatus status) {
    return switch (status) {
      case EGRESS_STARTING -> EgressStatus.STARTING;
      case EGRESS_ACTIVE -> EgressStatus.ACTIVE;
      case EGRESS_ENDING -> EgressStatus.ENDING;
      case EGRESS_COMPLETE -> EgressStatus.COMPLETE;
      case EGRESS_FAILED -> EgressStatus.FAILED;
      case EGRESS_ABORTED -> EgressStatus.ABORTED;
      case EGRESS_LIMIT_REACHED -> EgressStatus.LIMIT_REACHED;
      default -> EgressStatus.OTHER;
    };
  }

  /** Newer servers say the file in a list, older ones alone; most say it twice. */
  static @Nullable EgressFile file(EgressInfo info) {
    if (info.getFileResultsCount() > 0) {
      return file(info.getFileResults(0));
    }
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
        LiveKitTimes.ofNanos(file.getStartedAt()),
        LiveKitTimes.ofNanos(file.getEndedAt()));
  }
}
