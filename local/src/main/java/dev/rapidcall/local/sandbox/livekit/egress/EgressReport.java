package dev.rapidcall.local.sandbox.livekit.egress;

import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import dev.rapidcall.local.sandbox.livekit.wire.IdKind;
import java.util.function.Consumer;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressSourceType;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.RoomCompositeEgressRequest;

/** What an egress says of itself, in nanoseconds; the file is said twice, as LiveKit does. */
final class EgressReport {

  private final EgressInfo.Builder info;
  private final FileInfo.Builder file;

  EgressReport(Room room, RoomCompositeEgressRequest request, FileOutput output) {
    this.file = FileInfo.newBuilder().setFilename(output.key());
    this.info =
        EgressInfo.newBuilder()
            .setEgressId(IdKind.EGRESS.next())
            .setRoomId(room.sid())
            .setRoomName(room.name())
            .setSourceType(EgressSourceType.EGRESS_SOURCE_TYPE_SDK)
            .setRoomComposite(HiddenKeys.in(request));
  }

  @SuppressWarnings("deprecation") // LiveKit still fills the old field
  EgressInfo info() {
    return info.clone().clearFileResults().addFileResults(file).setFile(file).build();
  }

  void requested(long now) {
    info.setStartedAt(now).setUpdatedAt(now);
  }

  void handled(long now) {
    info.setStartedAt(now);
  }

  void recording(long now) {
    file.setStartedAt(now);
  }

  void status(EgressStatus status, long now) {
    info.setStatus(status).setUpdatedAt(now);
  }

  void ending(String details, long now) {
    status(EgressStatus.EGRESS_ENDING, now);
    info.setDetails(details);
  }

  void stopped(long now) {
    file.setEndedAt(now).setDuration(now - file.getStartedAt());
  }

  void aborted(String details, long now) {
    over(
        EgressStatus.EGRESS_ABORTED,
        now,
        report ->
            report.setDetails(details).setError("Start signal not received").setErrorCode(412));
  }

  void ended(Upload upload, long now) {
    switch (upload) {
      case Upload.Done done -> {
        file.setSize(done.size()).setLocation(done.location());
        over(
            EgressStatus.EGRESS_COMPLETE,
            now,
            report -> report.setManifestLocation(done.manifestLocation()));
      }
      case Upload.Failed failed ->
          over(
              EgressStatus.EGRESS_FAILED,
              now,
              report -> report.setError(failed.error()).setErrorCode(400));
    }
  }

  private void over(EgressStatus status, long now, Consumer<EgressInfo.Builder> how) {
    status(status, now);
    info.setEndedAt(now);
    how.accept(info);
  }
}
