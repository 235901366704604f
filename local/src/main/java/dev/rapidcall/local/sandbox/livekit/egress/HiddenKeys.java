package dev.rapidcall.local.sandbox.livekit.egress;

import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.S3Upload;

/** The request as it may be shown: with placeholders for the S3 keys. */
final class HiddenKeys {

  private HiddenKeys() {}

  @SuppressWarnings("deprecation") // the old way to name the output is still in use
  static RoomCompositeEgressRequest in(RoomCompositeEgressRequest request) {
    RoomCompositeEgressRequest.Builder shown = request.toBuilder();
    if (request.hasFile()) {
      shown.setFile(in(request.getFile()));
    }
    for (int i = 0; i < request.getFileOutputsCount(); i++) {
      shown.setFileOutputs(i, in(request.getFileOutputs(i)));
    }
    return shown.build();
  }

  private static EncodedFileOutput in(EncodedFileOutput output) {
    return output.hasS3() ? output.toBuilder().setS3(in(output.getS3())).build() : output;
  }

  private static S3Upload in(S3Upload s3) {
    S3Upload.Builder shown = s3.toBuilder();
    if (!s3.getAccessKey().isEmpty()) {
      shown.setAccessKey("{access_key}");
    }
    if (!s3.getSecret().isEmpty()) {
      shown.setSecret("{secret}");
    }
    if (!s3.getSessionToken().isEmpty()) {
      shown.setSessionToken("{session_token}");
    }
    return shown.build();
  }
}
