package dev.rapidcall.local.sandbox.livekit;

import static dev.rapidcall.local.sandbox.livekit.SandboxRig.answer;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.error;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.sandbox.livekit.time.Timings;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.FileInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import retrofit2.Response;

class EgressServiceTest {

  @RegisterExtension static final S3Double S3 = new S3Double();

  private final SandboxRig rig = new SandboxRig(Timings.quick());

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aRecordingThatIsStoppedLiesInS3AndPlays() {
    EgressInfo started = start("call-stopped");
    play("call-stopped", "caller", 60);
    awaitActive("call-stopped");

    EgressInfo stopping = answer(rig.egress().stopEgress(started.getEgressId()));
    EgressInfo ended = rig.awaitWebhook("egress_ended", "call-stopped").getEgressInfo();

    assertThat(stopping.getStatus()).isEqualTo(EgressStatus.EGRESS_ENDING);
    assertThat(ended.getStatus()).isEqualTo(EgressStatus.EGRESS_COMPLETE);
    assertThat(ended.getDetails()).isEqualTo("End reason: StopEgress API");
    FileInfo file = ended.getFileResults(0);
    Mp3 mp3 = Mp3.read(S3.bytes("calls/call-stopped.mp3"));
    assertThat(file.getSize()).isEqualTo(mp3.size());
    assertThat(Math.abs(mp3.nanos() - file.getDuration())).isLessThanOrEqualTo(Mp3.NANOS_PER_FRAME);
    assertThat(S3.text("calls/" + started.getEgressId() + ".json")).contains("call-stopped");
    assertThat(ended.getManifestLocation())
        .isEqualTo(S3.endpoint() + "/recordings/calls/" + started.getEgressId() + ".json");
    assertThat(answer(rig.egress().listEgress("call-stopped"))).containsExactly(ended);
    assertThat(answer(rig.egress().listEgress(null, null, true))).isEmpty();
  }

  @Test
  void aRecordingEndsWithItsRoom() {
    start("call-closed");
    play("call-closed", "caller", 0.2);

    EgressInfo ended = rig.awaitWebhook("egress_ended", "call-closed").getEgressInfo();

    assertThat(ended.getStatus()).isEqualTo(EgressStatus.EGRESS_COMPLETE);
    assertThat(ended.getDetails()).isEqualTo("End reason: Source closed");
    assertThat(S3.has("calls/call-closed.mp3")).isTrue();
  }

  @Test
  void aRecordingNobodyIsHeardInIsAborted() {
    start("call-nobody");
    assertThat(execute(rig.rooms().deleteRoom("call-nobody")).code()).isEqualTo(200);

    EgressInfo ended = rig.awaitWebhook("egress_ended", "call-nobody").getEgressInfo();

    assertThat(ended.getStatus()).isEqualTo(EgressStatus.EGRESS_ABORTED);
    assertThat(ended.getError()).isEqualTo("Start signal not received");
    assertThat(S3.has("calls/call-nobody.mp3")).isFalse();
  }

  @Test
  void aBucketThatIsNotThereFailsTheRecording() {
    answer(rig.rooms().createRoom("call-bad"));
    answer(
        rig.egress()
            .startRoomCompositeEgress(
                "call-bad", S3.output("calls/bad.mp3", "no-such-bucket"), "", null, null, true));
    play("call-bad", "room", 0.2);

    EgressInfo ended = rig.awaitWebhook("egress_ended", "call-bad").getEgressInfo();

    assertThat(ended.getStatus()).isEqualTo(EgressStatus.EGRESS_FAILED);
    assertThat(ended.getError()).startsWith("S3 upload failed: ").contains("NoSuchBucket");
    assertThat(ended.getFileResults(0).getDuration()).isPositive();
    assertThat(ended.getFileResults(0).getSize()).isZero();
  }

  @Test
  void theKeysOfTheBucketAreHidden() {
    EgressInfo started = start("call-keys");

    assertThat(started.toString()).contains("{access_key}", "{secret}");
    String hook =
        rig.webhooks
            .await(request -> SandboxRig.isAbout(request, "egress_started", "call-keys"))
            .body();
    assertThat(hook).contains("{access_key}").doesNotContain("s3-secret");
  }

  @Test
  void whatCannotBeStoppedIsRefusedInLiveKitsWords() {
    Response<EgressInfo> unknown = execute(rig.egress().stopEgress("EG_nope"));
    assertThat(unknown.code()).isEqualTo(404);
    assertThat(error(unknown)).contains("twirp error unknown: egress does not exist");

    EgressInfo started = start("call-twice");
    answer(rig.egress().stopEgress(started.getEgressId()));
    rig.awaitWebhook("egress_ended", "call-twice");
    Response<EgressInfo> twice = execute(rig.egress().stopEgress(started.getEgressId()));
    assertThat(twice.code()).isEqualTo(412);
    assertThat(error(twice)).contains("failed_precondition");
  }

  @Test
  void aRoomThatIsNotThereCannotBeRecorded() {
    Response<EgressInfo> refused =
        execute(
            rig.egress()
                .startRoomCompositeEgress("nope", S3.output("calls/x.mp3"), "", null, null, true));

    assertThat(refused.code()).isEqualTo(404);
  }

  private EgressInfo start(String room) {
    answer(rig.rooms().createRoom(room));
    return answer(
        rig.egress()
            .startRoomCompositeEgress(
                room, S3.output("calls/" + room + ".mp3"), "", null, null, true));
  }

  private void awaitActive(String room) {
    rig.awaitWebhook("egress_updated", room);
  }

  private void play(String room, String endedBy, double talkSeconds) {
    rig.controlled(
        "POST",
        "/sandbox/calls",
        "{\"room\":\"%s\",\"talkSeconds\":%s,\"endedBy\":\"%s\"}"
            .formatted(room, talkSeconds, endedBy));
  }
}
