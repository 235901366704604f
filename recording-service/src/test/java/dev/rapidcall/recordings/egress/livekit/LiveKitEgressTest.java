package dev.rapidcall.recordings.egress.livekit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.recordings.egress.Egress;
import dev.rapidcall.recordings.egress.EgressException;
import dev.rapidcall.recordings.egress.EgressException.Fault;
import dev.rapidcall.recordings.objects.StorageSettings;
import dev.rapidcall.service.environment.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveKitEgressTest {
  private static final RoomName ROOM = new RoomName("call-x");
  private static final Duration LONG = Duration.ofSeconds(20);
  private final LiveKitDouble liveKit = new LiveKitDouble();

  @AfterEach
  void stop() {
    liveKit.close();
  }

  @Test
  void asksForTheSoundOfTheRoomAsMp3InOurBucket() {
    EgressReported started = egress(LONG).start(ROOM, "calls/call_1.mp3");

    assertThat(started.status()).isEqualTo(EgressStatus.STARTING);
    assertThat(requireNonNull(started.file()).filename()).isEqualTo("calls/call_1.mp3");
    RoomCompositeEgressRequest request = liveKit.egresses().all().getFirst().getRoomComposite();
    assertThat(request.getAudioOnly()).isTrue();
    EncodedFileOutput output = request.getFileOutputs(0);
    assertThat(output.getFileType()).isEqualTo(EncodedFileType.MP3);
    assertThat(output.getS3().getBucket()).isEqualTo("recordings");
    assertThat(output.getS3().getRegion()).isEqualTo("eu-central-1");
    assertThat(output.getS3().getEndpoint()).isEqualTo("http://s3:9000");
    assertThat(output.getS3().getAccessKey()).isEqualTo("access");
    assertThat(output.getS3().getSecret()).isEqualTo("hidden");
    assertThat(output.getS3().getForcePathStyle()).isTrue();
  }

  @Test
  void listsTheEgressesOfARoomAndThoseThatRun() {
    Egress egress = egress(LONG);
    EgressReported one = egress.start(ROOM, "calls/1.mp3");
    EgressReported other = egress.start(new RoomName("call-y"), "calls/2.mp3");
    liveKit.egresses().become(ROOM, livekit.LivekitEgress.EgressStatus.EGRESS_FAILED);

    assertThat(egress.inRoom(ROOM))
        .extracting(EgressReported::egressId)
        .containsExactly(one.egressId());
    assertThat(egress.running())
        .extracting(EgressReported::egressId)
        .containsExactly(other.egressId());
  }

  @ParameterizedTest
  @CsvSource({
    "503, UNREACHABLE",
    "500, UNREACHABLE",
    "429, UNREACHABLE",
    "404, ABSENT",
    "412, ENDED",
    "403, REFUSED",
    "400, REFUSED"
  })
  void tellsFailuresApart(int status, Fault fault) {
    liveKit.fail("StopEgress", "EG_1", status);

    assertThat(failure(() -> egress(LONG).stop(new EgressId("EG_1")))).isEqualTo(fault);
  }

  @Test
  void doesNotWaitForEverForAStart() {
    CountDownLatch latch = liveKit.hang("StartRoomCompositeEgress", ROOM.value());

    assertThat(failure(() -> egress(Duration.ofMillis(300)).start(ROOM, "calls/1.mp3")))
        .isEqualTo(Fault.UNREACHABLE);
    latch.countDown();
  }

  @Test
  void aLostAnswerIsUnreachableForItMayHaveWorked() {
    liveKit.loseAnswers("StartRoomCompositeEgress", ROOM.value());

    assertThat(failure(() -> egress(LONG).start(ROOM, "calls/1.mp3"))).isEqualTo(Fault.UNREACHABLE);
    assertThat(liveKit.egresses().in(ROOM)).hasSize(1);
  }

  @Test
  void nobodyThereIsUnreachable() {
    Egress egress = egress(LONG);
    liveKit.close();

    assertThat(failure(egress::running)).isEqualTo(Fault.UNREACHABLE);
  }

  @Test
  void aRefusedTokenIsNeverRepeated() {
    Egress stranger = egress(settings(List.of("other"), List.of("another-secret".repeat(3)), LONG));

    EgressException refused = catchThrowableOfType(EgressException.class, () -> stranger.running());

    assertThat(refused.fault()).isEqualTo(Fault.REFUSED);
    assertThat(refused).hasMessageNotContaining("token");
  }

  @Test
  void theFirstOfSeveralKeyPairsSigns() {
    Egress egress =
        egress(
            settings(
                List.of(LiveKitDouble.KEY, "old"),
                List.of(LiveKitDouble.SECRET, "an-old-secret".repeat(3)),
                LONG));

    assertThat(egress.running()).isEmpty();
  }

  private static Fault failure(ThrowingCallable request) {
    return catchThrowableOfType(EgressException.class, request).fault();
  }

  private Egress egress(Duration startTimeout) {
    return egress(
        settings(List.of(LiveKitDouble.KEY), List.of(LiveKitDouble.SECRET), startTimeout));
  }

  private static Egress egress(LiveKitSettings settings) {
    return new LiveKitEgressConfiguration()
        .liveKitEgress(
            settings,
            new StorageSettings(
                "recordings",
                "eu-central-1",
                new Secret("access"),
                new Secret("hidden"),
                "http://s3:9000",
                true),
            new SimpleMeterRegistry());
  }

  private LiveKitSettings settings(List<String> keys, List<String> secrets, Duration start) {
    return new LiveKitSettings(
        liveKit.webSocketUrl(), keys, secrets.stream().map(Secret::new).toList(), LONG, start);
  }
}
