package dev.rapidcall.calls.recordings;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.RecordingEvent;
import dev.rapidcall.events.RecordingEvent.RecordingFailed;
import dev.rapidcall.events.RecordingEvent.RecordingMissing;
import dev.rapidcall.events.RecordingEvent.RecordingPlayed;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.RecordingEvent.RecordingRequested;
import dev.rapidcall.events.RecordingEvent.RecordingStarted;
import dev.rapidcall.events.RecordingEvent.RecordingUploaded;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call shows of its recording. The furthest step counts, in whatever order the events came;
 * the newest upload stands before what was made.
 */
final class CallRecording {
  private final Map<String, @Nullable Object> json = new LinkedHashMap<>();

  private CallRecording(CallId call) {
    json.put("kind", "egress_s3");
    json.put("egressId", null);
    json.put("bucket", null);
    json.put("key", null);
    json.put("status", "recording");
    json.put("url", url(call));
  }

  static Map<String, @Nullable Object> of(CallId call, List<Fact> facts) {
    List<RecordingEvent> events =
        facts.stream().map(fact -> (RecordingEvent) fact.event()).toList();
    return events.stream()
        .filter(RecordingUploaded.class::isInstance)
        .map(RecordingUploaded.class::cast)
        .max(
            Comparator.comparing(RecordingUploaded::uploadedAt)
                .thenComparing(RecordingUploaded::key))
        .map(upload -> uploaded(call, upload))
        .orElseGet(() -> made(call, events));
  }

  private static Map<String, @Nullable Object> made(CallId call, List<RecordingEvent> events) {
    CallRecording recording = new CallRecording(call);
    events.stream().sorted(Comparator.comparingInt(CallRecording::step)).forEach(recording::apply);
    return recording.json;
  }

  private static Map<String, @Nullable Object> uploaded(CallId call, RecordingUploaded upload) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", "upload");
    json.put("filename", upload.key().substring(upload.key().lastIndexOf('/') + 1));
    json.put("mime", upload.mime());
    json.put("sizeBytes", upload.sizeBytes());
    json.put("status", "ready");
    json.put("url", url(call));
    return json;
  }

  static String url(CallId call) {
    return "/api/calls/" + call + "/recording";
  }

  private static int step(RecordingEvent event) {
    return switch (event) {
      case RecordingRequested requested -> 0;
      case RecordingStarted started -> 1;
      case RecordingFailed failed -> 2;
      case RecordingMissing missing -> 3;
      case RecordingReady ready -> 4;
      case RecordingUploaded upload -> 5;
      case RecordingPlayed played -> 6;
    };
  }

  private void apply(RecordingEvent event) {
    switch (event) {
      case RecordingRequested requested -> object(requested.bucket(), requested.key());
      case RecordingStarted started -> {
        object(started.bucket(), started.key());
        egress(started.egressId());
      }
      case RecordingFailed failed -> {
        egress(failed.egressId());
        failed(failed.reason());
      }
      case RecordingMissing missing -> {
        object(missing.bucket(), missing.key());
        egress(missing.egressId());
        failed(missing.reason());
      }
      case RecordingReady ready -> {
        object(ready.bucket(), ready.key());
        egress(ready.egressId());
        json.put("status", "ready");
        json.put("sizeBytes", ready.sizeBytes());
        json.put("durationSec", ready.duration() == null ? null : ready.duration().toSeconds());
        json.remove("reason");
      }
      case RecordingUploaded upload -> {}
      case RecordingPlayed played -> {}
    }
  }

  private void object(String bucket, String key) {
    json.put("bucket", bucket);
    json.put("key", key);
  }

  private void egress(@Nullable EgressId egressId) {
    if (egressId != null) {
      json.put("egressId", egressId.value());
    }
  }

  private void failed(String reason) {
    json.put("status", "failed");
    json.put("reason", reason);
  }
}
