package dev.rapidcall.local.sandbox.livekit.rooms;

import dev.rapidcall.local.sandbox.livekit.wire.IdKind;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import livekit.LivekitModels.BackupCodecPolicy;
import livekit.LivekitModels.SimulcastCodecInfo;
import livekit.LivekitModels.TimedVersion;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;

/** The one kind of track in the sandbox: a microphone. */
final class Tracks {

  private static final String MIME_TYPE = "audio/red";
  private static final String MID = "7";

  private Tracks() {}

  static TrackInfo microphone(Instant now) {
    return TrackInfo.newBuilder()
        .setSid(IdKind.TRACK.next())
        .setName("mic")
        .setSource(TrackSource.MICROPHONE)
        .setMimeType(MIME_TYPE)
        .setMid(MID)
        .addCodecs(
            SimulcastCodecInfo.newBuilder()
                .setMimeType(MIME_TYPE)
                .setMid(MID)
                .setCid(UUID.randomUUID().toString()))
        .setStream("camera")
        .setVersion(
            TimedVersion.newBuilder().setUnixMicro(ChronoUnit.MICROS.between(Instant.EPOCH, now)))
        .setBackupCodecPolicy(BackupCodecPolicy.SIMULCAST)
        .build();
  }
}
