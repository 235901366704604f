package dev.rapidcall.recordings.egress.livekit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EgressFile;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import dev.rapidcall.events.RoomName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import org.junit.jupiter.api.Test;

class EgressTranslationTest {

  @Test
  void readsTheEgressOfARecordedCall() {
    List<EgressReported> reports = RecordedEgress.of("web-call");

    assertThat(reports)
        .extracting(EgressReported::status)
        .containsExactly(
            EgressStatus.STARTING, EgressStatus.ACTIVE, EgressStatus.ENDING, EgressStatus.COMPLETE);
    EgressReported last = reports.getLast();
    assertThat(last.callId()).isEqualTo(CallId.of(new RoomName("call-web-call")));
    assertThat(last.endedAt()).isEqualTo(Instant.parse("2026-11-23T00:05:43.742745364Z"));
    EgressFile file = requireNonNull(last.file());
    assertThat(file.filename()).isEqualTo("calls/call-web-call.mp3");
    assertThat(file.sizeBytes()).isEqualTo(128_472);
    assertThat(file.duration()).isEqualTo(Duration.ofNanos(26_856_678_367L));
  }

  @Test
  void aSizeThatIsNotSaidIsUnknownAndNotZero() {
    EgressReported failed = RecordedEgress.of("egress-bad-bucket").getLast();

    assertThat(failed.status()).isEqualTo(EgressStatus.FAILED);
    assertThat(requireNonNull(failed.file()).sizeBytes()).isNull();
    assertThat(failed.error()).contains("NoSuchBucket");
  }

  @Test
  void aNegativeDurationIsUnknown() {
    EgressInfo info =
        egress().addFileResults(FileInfo.newBuilder().setFilename("a.mp3").setDuration(-5)).build();

    assertThat(requireNonNull(EgressTranslation.report(info).file()).duration()).isNull();
  }

  @Test
  void theFileIsKnownFromTheRequestBeforeThereIsAResult() {
    EgressInfo info =
        egress()
            .setRoomComposite(
                RoomCompositeEgressRequest.newBuilder()
                    .addFileOutputs(EncodedFileOutput.newBuilder().setFilepath("calls/x.mp3")))
            .build();

    assertThat(requireNonNull(EgressTranslation.report(info).file()).filename())
        .isEqualTo("calls/x.mp3");
  }

  @Test
  void aStatusOfANewerServerIsOtherAndNotAnError() {
    EgressInfo info = egress().setStatusValue(99).build();

    assertThat(EgressTranslation.report(info).status()).isEqualTo(EgressStatus.OTHER);
  }

  private static EgressInfo.Builder egress() {
    return EgressInfo.newBuilder().setEgressId("EG_1").setRoomName("call-x").setStartedAt(1);
  }
}
