package dev.rapidcall.local.sandbox.livekit.egress;

import dev.rapidcall.local.sandbox.livekit.faults.EgressFaults.Outcome;
import dev.rapidcall.local.sandbox.sound.Mp3Tone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.FileInfo;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the file of a finished recording and its manifest and brings them to S3, off to the side.
 */
final class Uploader implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Tells `then` how it went. */
  void upload(EgressInfo info, FileOutput output, Outcome outcome, Consumer<Upload> then) {
    if (!threads.isShutdown()) {
      threads.execute(() -> then.accept(upload(info, output, outcome)));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static Upload upload(EgressInfo info, FileOutput output, Outcome outcome) {
    if (outcome == Outcome.FAILED) {
      return new Upload.Failed("recording failed: the sandbox was told so");
    }
    FileInfo file = info.getFileResults(0);
    byte[] audio = Mp3Tone.lasting(Duration.ofNanos(file.getDuration()));
    Upload.Done done =
        new Upload.Done(
            audio.length,
            output.location(output.key()),
            output.manifest() ? output.location(output.manifestKey(info.getEgressId())) : "");
    return outcome == Outcome.NO_OBJECT ? done : put(info, output, audio, done);
  }

  private static Upload put(EgressInfo info, FileOutput output, byte[] audio, Upload.Done done) {
    try (Bucket bucket = new Bucket(output.s3())) {
      bucket.put(output.key(), "audio/mpeg", audio);
      if (output.manifest()) {
        byte[] manifest = manifest(info, done).getBytes(StandardCharsets.UTF_8);
        bucket.put(output.manifestKey(info.getEgressId()), "application/json", manifest);
      }
      return done;
    } catch (Bucket.Refused e) {
      return new Upload.Failed(e.reason());
    }
  }

  private static String manifest(EgressInfo info, Upload.Done done) {
    FileInfo file = info.getFileResults(0);
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("egress_id", info.getEgressId());
    manifest.put("room_id", info.getRoomId());
    manifest.put("room_name", info.getRoomName());
    manifest.put("started_at", file.getStartedAt());
    manifest.put("ended_at", file.getEndedAt());
    manifest.put(
        "files", List.of(Map.of("filename", file.getFilename(), "location", done.location())));
    return JsonMapper.shared().writeValueAsString(manifest);
  }
}
