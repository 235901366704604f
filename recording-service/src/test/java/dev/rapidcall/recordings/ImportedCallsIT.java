package dev.rapidcall.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallEvent.CallImported;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RecordingEvent.RecordingFailed;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.RecordingEvent.RecordingUploaded;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.objects.s3.S3Double;
import dev.rapidcall.recordings.testing.Api;
import dev.rapidcall.recordings.testing.Doubles;
import dev.rapidcall.recordings.testing.Told;
import dev.rapidcall.recordings.testing.ToldConfiguration;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.Multipart;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Calls of another installation, with and without the file that they were recorded to. */
@DisplayName("weakness 2: the recordings of imported calls")
@RapidCallIT(
    classes = RecordingService.class,
    properties = {
      "spring.config.name=recording-service",
      "rapidcall.recordings.reconcile-every=1h",
      "rapidcall.recordings.workers=2"
    })
@Import(ToldConfiguration.class)
class ImportedCallsIT {
  private static final Instant ENDED = Instant.parse("2023-11-14T22:13:50Z");

  private final WorkspaceId workspace = new WorkspaceId("ws_imported");
  private final Caller us = Api.user(workspace);
  private final Caller them = Api.user(new WorkspaceId("ws_other"));
  private final RoomName room = Told.newRoom();
  private final CallId call = CallId.of(room);
  private final String key = "calls/" + call + ".mp3";
  private final String path = "/api/calls/" + call + "/recording";
  private final Told told;
  private final Api api;

  @Autowired
  ImportedCallsIT(Told told, @LocalServerPort int port, InternalTokens tokens) {
    this.told = told;
    this.api = new Api(port, tokens);
  }

  @Test
  void aFileThatIsInTheStorageIsFoundAndPlayed() {
    Doubles.S3.put(key, new byte[77]);

    imported(key);

    RecordingReady ready = told.await(room, RecordingReady.class);
    assertThat(ready.sizeBytes()).isEqualTo(77);
    assertThat(ready.bucket()).isEqualTo(S3Double.BUCKET);
    assertThat(ready.workspaceId()).isEqualTo(workspace);
    assertThat(told.of(room)).hasSize(1);
    assertThat(api.get(us, path).body()).hasSize(77);
    assertThat(api.get(them, path).statusCode()).isEqualTo(404);
    imported(key);
    assertThat(told.of(room)).hasSize(1);
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeMissing() {
    imported(key);

    assertThat(told.await(room, RecordingFailed.class).reason()).contains("no such file");
    assertThat(api.get(us, path).statusCode()).isEqualTo(409);
    assertThat(api.get(them, path).statusCode()).isEqualTo(404);
  }

  @Test
  void aFileOfAnotherNameIsNobodysToHear() {
    String elsewhere = "calls/call_of_somebody_else.mp3";
    Doubles.S3.put(elsewhere, new byte[9]);

    imported(elsewhere);

    assertThat(api.get(us, path).statusCode()).isEqualTo(404);
    assertThat(api.get(us, path + "-url").statusCode()).isEqualTo(404);
    assertThat(told.of(room)).isEmpty();
  }

  @Test
  void aRecordingCanBeUploadedAgain() {
    imported(null);
    assertThat(api.get(us, path).statusCode()).isEqualTo(404);
    byte[] form = new Multipart().file("file", "a", "audio/webm", new byte[] {1, 2}).bytes();

    assertThat(api.post(them, path, Multipart.type(), form).statusCode()).isEqualTo(404);
    assertThat(api.post(us, path, Multipart.type(), form).statusCode()).isEqualTo(200);

    assertThat(told.await(room, RecordingUploaded.class).workspaceId()).isEqualTo(workspace);
    assertThat(api.get(us, path).body()).containsExactly(1, 2);
  }

  private void imported(@Nullable String recordingKey) {
    told.tell(new CallImported(call, workspace, ENDED.minusSeconds(30), ENDED, recordingKey));
  }
}
