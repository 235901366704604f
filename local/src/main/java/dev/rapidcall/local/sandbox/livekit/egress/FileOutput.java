package dev.rapidcall.local.sandbox.livekit.egress;

import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import dev.rapidcall.local.sandbox.livekit.wire.Refused.Code;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.S3Upload;

/**
 * Where a recording goes.
 *
 * @param key of the object, without a leading slash
 * @param manifest whether a manifest is wanted beside it
 */
record FileOutput(S3Upload s3, String key, boolean manifest) {

  /** What the request asks for; the sandbox can do MP3 to S3. */
  @SuppressWarnings("deprecation") // the old way to name the output is still in use
  static FileOutput of(RoomCompositeEgressRequest request, Room room) {
    EncodedFileOutput output =
        request.getFileOutputsCount() > 0 ? request.getFileOutputs(0) : request.getFile();
    if (!output.hasS3()) {
      throw new Refused(
          Code.INVALID_ARGUMENT, "request has missing or invalid field: output (S3 wanted)");
    }
    if (output.getFileType() != EncodedFileType.MP3) {
      throw new Refused(
          Code.INVALID_ARGUMENT, "request has missing or invalid field: file_type (MP3 wanted)");
    }
    String path =
        output
            .getFilepath()
            .replace("{room_name}", room.name())
            .replace("{room_id}", room.sid())
            .replaceFirst("^/+", "");
    if (path.isEmpty()) {
      throw new Refused(Code.INVALID_ARGUMENT, "request has missing or invalid field: filepath");
    }
    return new FileOutput(output.getS3(), path, !output.getDisableManifest());
  }

  /** The manifest lies in the same folder. */
  String manifestKey(String egressId) {
    return key.substring(0, key.lastIndexOf('/') + 1) + egressId + ".json";
  }

  String location(String objectKey) {
    if (s3.getEndpoint().isEmpty()) {
      return "https://%s.s3.%s.amazonaws.com/%s"
          .formatted(s3.getBucket(), s3.getRegion(), objectKey);
    }
    String endpoint = s3.getEndpoint().replaceFirst("/+$", "");
    return endpoint + "/" + s3.getBucket() + "/" + objectKey;
  }
}
