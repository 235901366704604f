package dev.rapidcall.calls.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.RecordingEvent;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.RecordingEvent.RecordingUploaded;
import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallRecordingTest {
  private static final CallId CALL = new CallId("call_1");
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void theNewestUploadStandsBeforeWhatWasMadeInWhateverOrderTheEventsCame() {
    RecordingEvent made = new RecordingReady(CALL, WORKSPACE, null, "b", "calls/1.mp3", 5, null);
    List<RecordingEvent> events = List.of(made, uploaded("old.webm", 0), uploaded("new.ogg", 9));

    for (List<RecordingEvent> order : List.of(events, events.reversed())) {
      assertThat(CallRecording.of(CALL, facts(order)))
          .containsEntry("kind", "upload")
          .containsEntry("filename", "new.ogg")
          .containsEntry("mime", "audio/ogg")
          .containsEntry("sizeBytes", 7L)
          .containsEntry("status", "ready")
          .containsEntry("url", "/api/calls/call_1/recording");
    }
    assertThat(CallRecording.of(CALL, facts(List.of(made)))).containsEntry("kind", "egress_s3");
  }

  private static RecordingUploaded uploaded(String name, int second) {
    return new RecordingUploaded(
        CALL,
        WORKSPACE,
        "b",
        "uploads/call_1/" + name,
        "audio/" + name.substring(name.indexOf('.') + 1),
        7,
        NOON.plusSeconds(second));
  }

  private static List<Fact> facts(List<RecordingEvent> events) {
    return Stream.iterate(0, i -> i < events.size(), i -> i + 1)
        .map(i -> new Fact(new EventId("e" + i), "test", NOON, NOON, events.get(i)))
        .toList();
  }
}
