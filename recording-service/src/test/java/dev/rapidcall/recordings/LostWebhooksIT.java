package dev.rapidcall.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RecordingEvent.RecordingFailed;
import dev.rapidcall.events.RecordingEvent.RecordingMissing;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.RecordingEvent.RecordingStarted;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.egress.livekit.LiveKitDouble;
import dev.rapidcall.recordings.testing.Doubles;
import dev.rapidcall.recordings.testing.Told;
import dev.rapidcall.recordings.testing.ToldConfiguration;
import dev.rapidcall.testing.RapidCallIT;
import livekit.LivekitEgress.EgressStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** No webhook ever comes: the reconciler and our own deadlines bring every recording to an end. */
@RapidCallIT(
    classes = RecordingService.class,
    properties = {
      "spring.config.name=recording-service",
      "rapidcall.recordings.reconcile-every=200ms",
      "rapidcall.recordings.starting-at-most=6s",
      "rapidcall.recordings.after-call-at-most=2s",
      "rapidcall.recordings.ending-at-most=2s",
      "rapidcall.recordings.verify-for=1s",
      "rapidcall.recordings.look-again-every=300ms"
    })
@Import(ToldConfiguration.class)
class LostWebhooksIT {
  private static final LiveKitDouble LIVEKIT = Doubles.LIVEKIT;
  private final WorkspaceId workspace = new WorkspaceId("ws_lost");
  private final RoomName room = Told.newRoom();
  private final String key = "calls/" + CallId.of(room) + ".mp3";
  @Autowired private Told told;

  @Test
  void aCallIsRecordedAllTheSame() throws Exception {
    start();
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_ACTIVE);
    told.await(room, RecordingStarted.class);
    told.callEnded(room, workspace);
    LIVEKIT.awaitCall("StopEgress", egress());
    Doubles.S3.put(key, new byte[77]);
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_COMPLETE);

    assertThat(told.await(room, RecordingReady.class).sizeBytes()).isEqualTo(77);
  }

  @Test
  @DisplayName("weakness 16: an egress that ended unseen becomes ready")
  void anEgressThatEndedUnseenNeedNotBeStopped() throws Exception {
    start();
    Doubles.S3.put(key, new byte[77]);
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_COMPLETE);
    told.callEnded(room, workspace);

    told.await(room, RecordingReady.class);
  }

  @Test
  @DisplayName("weakness 16: nothing stays in stopping for ever")
  void anEgressThatNeverEndsIsGivenUpAndItsFileIsTakenWhenItComes() throws Exception {
    start();
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_ACTIVE);
    LIVEKIT.fail("StopEgress", egress(), 503);
    told.callEnded(room, workspace);

    assertThat(told.await(room, RecordingFailed.class).reason())
        .isEqualTo("LiveKit Egress never said that the recording had ended.");
    Doubles.S3.put(key, new byte[3]);
    assertThat(told.await(room, RecordingReady.class).sizeBytes()).isEqualTo(3);
  }

  @Test
  void anEgressThatHangsWhileEndingIsJudgedByItsFile() throws Exception {
    start();
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_ACTIVE);
    Doubles.S3.put(key, new byte[4]);
    told.callEnded(room, workspace);

    assertThat(told.await(room, RecordingReady.class).sizeBytes()).isEqualTo(4);
  }

  @Test
  void anEgressThatNeverBeginsIsGivenUpWhileTheCallGoesOn() throws Exception {
    start();

    assertThat(told.await(room, RecordingFailed.class).reason()).contains("never began");
  }

  @Test
  void anEgressThatLiveKitForgotIsGivenUp() throws Exception {
    start();
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_ACTIVE);
    told.await(room, RecordingStarted.class);
    LIVEKIT.egresses().forget(room);
    told.callEnded(room, workspace);

    told.await(room, RecordingFailed.class);
  }

  @Test
  void aCompleteEgressWithoutAFileIsMissingUntilTheFileAppears() throws Exception {
    start();
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_COMPLETE);
    told.callEnded(room, workspace);

    assertThat(told.await(room, RecordingMissing.class).reason()).contains("no file");
    Doubles.S3.put(key, new byte[11]);
    assertThat(told.await(room, RecordingReady.class).sizeBytes()).isEqualTo(11);
  }

  @Test
  void anEmptyFileIsNoRecording() throws Exception {
    start();
    Doubles.S3.put(key, new byte[0]);
    LIVEKIT.egresses().become(room, EgressStatus.EGRESS_COMPLETE);
    told.callEnded(room, workspace);

    told.await(room, RecordingMissing.class);
  }

  private void start() throws Exception {
    told.callStarted(room, workspace);
    LIVEKIT.egresses().awaitStart(room);
  }

  private String egress() {
    return LIVEKIT.egresses().in(room).getLast().getEgressId();
  }
}
