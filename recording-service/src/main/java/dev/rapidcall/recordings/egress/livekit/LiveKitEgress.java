package dev.rapidcall.recordings.egress.livekit;

import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.recordings.egress.Egress;
import dev.rapidcall.recordings.objects.StorageSettings;
import io.livekit.server.EgressService;
import java.util.List;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.S3Upload;
import livekit.LivekitEgress.StopEgressRequest;

/** LiveKit Egress. Starting has its own, longer patience. */
final class LiveKitEgress implements Egress {
  private final EgressService service;
  private final EgressService starting;
  private final RecordingTokens tokens;
  private final StorageSettings storage;

  LiveKitEgress(
      EgressService service,
      EgressService starting,
      RecordingTokens tokens,
      StorageSettings storage) {
    this.service = service;
    this.starting = starting;
    this.tokens = tokens;
    this.storage = storage;
  }

  @Override
  public EgressReported start(RoomName room, String key) {
    RoomCompositeEgressRequest request =
        RoomCompositeEgressRequest.newBuilder()
            .setRoomName(room.value())
            .setAudioOnly(true)
            .addFileOutputs(mp3(key))
            .build();
    return EgressTranslation.report(
        TwirpCalls.answer(starting.startRoomCompositeEgress(request, tokens.bearer())));
  }

  @Override
  public EgressReported stop(EgressId egress) {
    StopEgressRequest request = StopEgressRequest.newBuilder().setEgressId(egress.value()).build();
    return EgressTranslation.report(
        TwirpCalls.answer(service.stopEgress(request, tokens.bearer())));
  }

  @Override
  public List<EgressReported> inRoom(RoomName room) {
    return list(ListEgressRequest.newBuilder().setRoomName(room.value()).build()).stream()
        .filter(report -> report.roomName().equals(room))
        .toList();
  }

  @Override
  public List<EgressReported> running() {
    return list(ListEgressRequest.newBuilder().setActive(true).build());
  }

  private List<EgressReported> list(ListEgressRequest request) {
    return TwirpCalls.answer(service.listEgress(request, tokens.bearer())).getItemsList().stream()
        .filter(LiveKitEgress::isOfARoom)
        .map(EgressTranslation::report)
        .toList();
  }

  private static boolean isOfARoom(EgressInfo info) {
    return !info.getRoomName().isBlank() && !info.getEgressId().isBlank();
  }

  private EncodedFileOutput mp3(String key) {
    return EncodedFileOutput.newBuilder()
        .setFileType(EncodedFileType.MP3)
        .setFilepath(key)
        .setS3(upload())
        .build();
  }

  private S3Upload upload() {
    S3Upload.Builder upload =
        S3Upload.newBuilder()
            .setAccessKey(storage.accessKey().value())
            .setSecret(storage.secret().value())
            .setRegion(storage.region())
            .setBucket(storage.bucket())
            .setForcePathStyle(storage.isPathStyle());
    String endpoint = storage.endpoint();
    return (endpoint == null ? upload : upload.setEndpoint(endpoint)).build();
  }
}
