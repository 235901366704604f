package dev.rapidcall.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.RecordingEvent;
import dev.rapidcall.events.RecordingEvent.RecordingFailed;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.RecordingEvent.RecordingRequested;
import dev.rapidcall.events.RecordingEvent.RecordingStarted;
import dev.rapidcall.events.RecordingEvent.RecordingUploaded;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.egress.livekit.LiveKitDouble;
import dev.rapidcall.recordings.objects.s3.S3Double;
import dev.rapidcall.recordings.testing.Api;
import dev.rapidcall.recordings.testing.Doubles;
import dev.rapidcall.recordings.testing.Told;
import dev.rapidcall.recordings.testing.ToldConfiguration;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.Multipart;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import livekit.LivekitEgress.EgressStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Events in, egress and storage driven, events out; the reconciler sleeps. */
@RapidCallIT(
    classes = RecordingService.class,
    properties = {
      "spring.config.name=recording-service",
      "rapidcall.recordings.reconcile-every=1h",
      "rapidcall.recordings.workers=2"
    })
@Import(ToldConfiguration.class)
class RecordingFlowIT {
  private static final LiveKitDouble LIVEKIT = Doubles.LIVEKIT;
  private static final String START = "StartRoomCompositeEgress";
  private final WorkspaceId workspace = new WorkspaceId("ws_flow");
  private final RoomName room = Told.newRoom();
  private final String key = "calls/" + CallId.of(room) + ".mp3";
  @Autowired private Told told;
  @Autowired private InternalTokens tokens;
  @LocalServerPort private int port;

  @Test
  void aCallIsRecordedFromItsStartToAFileThatIsThere() throws Exception {
    told.callStarted(room, workspace);
    LIVEKIT.egresses().awaitStart(room);
    String egress = LIVEKIT.egresses().in(room).getFirst().getEgressId();
    becomes(EgressStatus.EGRESS_ACTIVE);
    told.await(room, RecordingStarted.class);

    told.callEnded(room, workspace);
    LIVEKIT.awaitCall("StopEgress", egress);
    Doubles.S3.put(key, new byte[123]);
    becomes(EgressStatus.EGRESS_COMPLETE);

    RecordingReady ready = told.await(room, RecordingReady.class);
    assertThat(ready.sizeBytes()).isEqualTo(123);
    assertThat(ready.bucket()).isEqualTo(S3Double.BUCKET);
    assertThat(ready.key()).isEqualTo(key);
    assertThat(ready.duration()).isEqualTo(Duration.ofSeconds(3));
    assertThat(ready.workspaceId()).isEqualTo(workspace);
    assertThat(kinds())
        .containsExactly(RecordingRequested.class, RecordingStarted.class, RecordingReady.class);
  }

  @Test
  void anUploadIsToldOfAndTheRecordingThatIsMadeGoesOn() throws Exception {
    told.callStarted(room, workspace);
    LIVEKIT.egresses().awaitStart(room);
    byte[] form =
        new Multipart().file("file", "a.webm", "audio/webm", new byte[] {1, 2, 3}).bytes();

    new Api(port, tokens)
        .post(
            Api.user(workspace),
            "/api/calls/" + CallId.of(room) + "/recording",
            Multipart.type(),
            form);
    RecordingUploaded uploaded = told.await(room, RecordingUploaded.class);
    becomes(EgressStatus.EGRESS_ACTIVE);
    told.await(room, RecordingStarted.class);

    assertThat(uploaded.workspaceId()).isEqualTo(workspace);
    assertThat(uploaded.key()).startsWith("uploads/" + CallId.of(room) + "/").endsWith(".webm");
    assertThat(uploaded.sizeBytes()).isEqualTo(3);
    assertThat(kinds())
        .containsExactlyInAnyOrder(
            RecordingRequested.class, RecordingUploaded.class, RecordingStarted.class);
  }

  @Test
  void whatWasHeardOfTheEgressBeforeTheCallIsKept() {
    LIVEKIT.egresses().alreadyRuns(room, key);
    becomes(EgressStatus.EGRESS_ACTIVE);
    Doubles.S3.put(key, new byte[5]);
    becomes(EgressStatus.EGRESS_COMPLETE);
    assertThat(told.of(room)).isEmpty();

    told.callStarted(room, workspace);

    assertThat(told.await(room, RecordingReady.class).sizeBytes()).isEqualTo(5);
    assertThat(LIVEKIT.egresses().in(room)).hasSize(1);
  }

  @Test
  void backwardsAndThriceChangesNothing() {
    LIVEKIT.egresses().alreadyRuns(room, key);
    List<EgressReported> reports = new ArrayList<>();
    reports.add(LIVEKIT.report(room));
    for (EgressStatus status :
        List.of(
            EgressStatus.EGRESS_ACTIVE, EgressStatus.EGRESS_ENDING, EgressStatus.EGRESS_COMPLETE)) {
      LIVEKIT.egresses().become(room, status);
      reports.add(LIVEKIT.report(room));
    }
    Doubles.S3.put(key, new byte[9]);

    for (int i = 0; i < 3; i++) {
      reports.reversed().forEach(told::tell);
      told.callEnded(room, workspace);
      told.callStarted(room, workspace);
    }

    assertThat(told.await(room, RecordingReady.class).sizeBytes()).isEqualTo(9);
    assertThat(kinds())
        .containsExactly(RecordingRequested.class, RecordingStarted.class, RecordingReady.class);
  }

  @Test
  void aStartWhoseAnswerWasLostIsAdopted() throws Exception {
    LIVEKIT.loseAnswers(START, room.value());
    told.callStarted(room, workspace);
    LIVEKIT.awaitCall("ListEgress", room.value());
    LIVEKIT.egresses().awaitStart(room);
    LIVEKIT.fail(START, room.value(), 0);
    LIVEKIT.awaitCall("ListEgress", room.value());

    told.callEnded(room, workspace);

    LIVEKIT.awaitCall("StopEgress", LIVEKIT.egresses().in(room).getFirst().getEgressId());
    assertThat(LIVEKIT.egresses().in(room)).hasSize(1);
  }

  @Test
  void aStartThatFailedIsTriedAgainWhileTheCallGoesOn() throws Exception {
    LIVEKIT.fail(START, room.value(), 503);
    told.callStarted(room, workspace);
    LIVEKIT.awaitCall(START, room.value());

    LIVEKIT.fail(START, room.value(), 0);

    LIVEKIT.egresses().awaitStart(room);
  }

  @Test
  void noEgressIsStartedAfterTheCallAndAPersonIsToldWhy() throws Exception {
    LIVEKIT.fail(START, room.value(), 503);
    told.callStarted(room, workspace);
    LIVEKIT.awaitCall(START, room.value());

    told.callEnded(room, workspace);

    RecordingFailed failed = told.await(room, RecordingFailed.class);
    assertThat(failed.reason())
        .isEqualTo(
            "The call ended before its recording was started:"
                + " no LiveKit Egress service is available.");
    assertThat(failed.egressId()).isNull();
    assertThat(LIVEKIT.egresses().in(room)).isEmpty();
  }

  @Test
  void aCallThatNobodyJoinedHasNoRecordingAndAPlainReason() throws Exception {
    told.callStarted(room, workspace);
    LIVEKIT.egresses().awaitStart(room);
    told.callEnded(room, workspace);
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_ABORTED, "Start signal not received");
    told.tell(LIVEKIT.report(room));

    assertThat(told.await(room, RecordingFailed.class).reason())
        .isEqualTo("Nothing was recorded: nobody was heard in the room before it closed.");
    assertThat(kinds()).containsExactly(RecordingRequested.class, RecordingFailed.class);
  }

  @Test
  void anUploadThatFailedIsAFailureWithLiveKitsWords() throws Exception {
    told.callStarted(room, workspace);
    LIVEKIT.egresses().awaitStart(room);
    becomes(EgressStatus.EGRESS_ACTIVE);
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_FAILED, "S3 upload failed: NoSuchBucket");
    told.tell(LIVEKIT.report(room));

    assertThat(told.await(room, RecordingFailed.class).reason()).contains("NoSuchBucket");
  }

  @Test
  void anEgressThatFailedButLeftAFileIsReady() throws Exception {
    told.callStarted(room, workspace);
    LIVEKIT.egresses().awaitStart(room);
    becomes(EgressStatus.EGRESS_ACTIVE);
    Doubles.S3.put(key, new byte[7]);
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_FAILED, "recording ended early");
    told.tell(LIVEKIT.report(room));

    assertThat(told.await(room, RecordingReady.class).sizeBytes()).isEqualTo(7);
  }

  @Test
  void aProviderThatHangsAtOneThingHoldsUpNothingElse() throws Exception {
    List<CountDownLatch> latches = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      RoomName slow = Told.newRoom();
      latches.add(LIVEKIT.hang(START, slow.value()));
      told.callStarted(slow, workspace);
      LIVEKIT.awaitCall(START, slow.value());
    }
    LIVEKIT.egresses().alreadyRuns(room, key);
    Doubles.S3.put(key, new byte[5]);
    becomes(EgressStatus.EGRESS_COMPLETE);

    told.callStarted(room, workspace);

    told.await(room, RecordingReady.class);
    latches.forEach(CountDownLatch::countDown);
  }

  private void becomes(EgressStatus status) {
    LIVEKIT.egresses().become(room, status);
    told.tell(LIVEKIT.report(room));
  }

  private List<Class<? extends RecordingEvent>> kinds() {
    return told.of(room).stream()
        .<Class<? extends RecordingEvent>>map(RecordingEvent::getClass)
        .toList();
  }
}
