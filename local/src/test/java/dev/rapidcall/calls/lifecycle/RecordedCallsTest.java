package dev.rapidcall.calls.lifecycle;

import static dev.rapidcall.events.CallChannel.PHONE_INBOUND;
import static dev.rapidcall.events.CallChannel.PHONE_OUTBOUND;
import static dev.rapidcall.events.CallChannel.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.EgressFile;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.gateway.webhooks.livekit.RecordedFacts;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.recordings.ledger.RecordingFact;
import dev.rapidcall.recordings.ledger.RecordingFact.CallOver;
import dev.rapidcall.recordings.ledger.RecordingFact.EgressSeen;
import dev.rapidcall.recordings.ledger.RecordingFact.LookedInVain;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import dev.rapidcall.recordings.ledger.RecordingState;
import dev.rapidcall.recordings.ledger.RecordingStatus;
import dev.rapidcall.recordings.ledger.Verdict;
import dev.rapidcall.testing.recorded.RecordedWebhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded calls of a real LiveKit server, through the gateway's translation and the pure
 * states of call and recording: what must come out of each, in whatever order its webhooks come.
 */
@NullMarked
class RecordedCallsTest {
  private static final int SHUFFLES = 200;
  private static final LifecycleSettings SETTINGS =
      new LifecycleSettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(8),
          Duration.ofSeconds(10),
          Duration.ofSeconds(3),
          Duration.ofSeconds(15),
          Duration.ofSeconds(120),
          Duration.ofSeconds(10),
          Duration.ofSeconds(15));

  /** Talk in milliseconds; LiveKit tells the leaving in whole seconds. */
  record Row(
      String recording,
      CallChannel channel,
      boolean answered,
      long talk,
      String outcome,
      RecordingStatus file) {}

  static Stream<Row> table() {
    return Stream.of(
        new Row("browser-vanishes", WEB, true, 22_328, "user_hangup", RecordingStatus.REQUESTED),
        new Row("egress-bad-bucket", WEB, true, 4_096, "user_hangup", RecordingStatus.FAILED),
        new Row("egress-stopped", WEB, true, 6_833, "user_hangup", RecordingStatus.READY),
        new Row("nobody-comes", WEB, false, 0, "caller_no_show", RecordingStatus.FAILED),
        new Row("sip-in", PHONE_INBOUND, true, 5_967, "user_hangup", RecordingStatus.REQUESTED),
        new Row(
            "sip-out-answer",
            PHONE_OUTBOUND,
            true,
            9_182,
            "ended_by_api",
            RecordingStatus.REQUESTED),
        new Row("sip-out-busy", PHONE_OUTBOUND, false, 0, "dial_busy", RecordingStatus.REQUESTED),
        new Row(
            "sip-out-invalid", PHONE_OUTBOUND, false, 0, "dial_failed", RecordingStatus.REQUESTED),
        new Row(
            "sip-out-noanswer", PHONE_OUTBOUND, false, 0, "dial_failed", RecordingStatus.REQUESTED),
        new Row(
            "sip-out-reject", PHONE_OUTBOUND, false, 0, "dial_failed", RecordingStatus.REQUESTED),
        new Row(
            "sip-transfer", PHONE_OUTBOUND, true, 5_976, "user_hangup", RecordingStatus.REQUESTED),
        // The transfer is refused and the agent leaves; the file stops while the phone is still
        // there.
        new Row(
            "sip-transfer-refused",
            PHONE_OUTBOUND,
            false,
            0,
            Outcome.IN_PROGRESS,
            RecordingStatus.REQUESTED),
        new Row("web-call", WEB, true, 6_100, "user_hangup", RecordingStatus.READY),
        new Row(
            "web-call-deleted-by-api", WEB, true, 3_235, "ended_by_api", RecordingStatus.READY));
  }

  @Test
  void theTableHasEveryRecording() {
    assertThat(table().map(Row::recording))
        .containsExactlyInAnyOrderElementsOf(RecordedWebhooks.names());
  }

  @ParameterizedTest
  @MethodSource("table")
  void everyOrderGivesTheSame(Row row) {
    List<Envelope<CallLifecycleEvent>> told = RecordedFacts.of(row.recording());
    List<Envelope<CallLifecycleEvent>> reversed = told.reversed();
    Random random = new Random(1);

    assertThat(outcome(row, told)).isEqualTo(row);
    assertThat(outcome(row, reversed)).isEqualTo(row);
    for (int i = 0; i < SHUFFLES; i++) {
      List<Envelope<CallLifecycleEvent>> shuffled = new ArrayList<>(told);
      shuffled.addAll(told);
      shuffled.addAll(told);
      Collections.shuffle(shuffled, random);
      assertThat(outcome(row, shuffled)).isEqualTo(row);
    }
  }

  @Test
  void aPhoneWhoseAgentLeftIsNotLeftAloneForEver() {
    List<Envelope<CallLifecycleEvent>> told = RecordedFacts.of("sip-transfer-refused");

    assertThat(state(PHONE_OUTBOUND, told).deadline())
        .isEqualTo(
            new Deadline(
                Instant.parse("2026-11-23T00:31:51Z").plusSeconds(10), "agent_lost", true));
  }

  private static Row outcome(Row row, List<Envelope<CallLifecycleEvent>> told) {
    CallState state = state(row.channel(), told);
    @Nullable End end = state.end();
    return new Row(
        row.recording(),
        row.channel(),
        state.answeredAt() != null,
        state.talkTime().toMillis(),
        end == null ? Outcome.IN_PROGRESS : end.outcome(),
        file(told, end));
  }

  private static CallState state(CallChannel channel, List<Envelope<CallLifecycleEvent>> told) {
    Instant openedAt =
        told.stream().map(Envelope::occurredAt).min(Instant::compareTo).orElseThrow();
    return CallState.of(
        new Terms(channel, openedAt, 0), told.stream().map(Fact::of).toList(), SETTINGS);
  }

  /** LiveKit says the size of a file that it wrote; where it says none, none is found. */
  private static List<RecordingFact> lookedFor(EgressReported report) {
    if (!report.status().isTerminal()) {
      return List.of();
    }
    @Nullable EgressFile file = report.file();
    @Nullable Long size = file == null ? null : file.sizeBytes();
    return List.of(
        file == null || size == null
            ? new LookedInVain(report.updatedAt(), report.egressId(), "not there")
            : new ObjectFound(report.updatedAt(), file.filename(), size));
  }

  private static RecordingStatus file(List<Envelope<CallLifecycleEvent>> told, @Nullable End end) {
    List<RecordingFact> facts = new ArrayList<>();
    if (end != null) {
      facts.add(new CallOver(end.at()));
    }
    for (Envelope<CallLifecycleEvent> envelope : told) {
      if (envelope.event() instanceof EgressReported report) {
        facts.add(EgressSeen.of(report));
        facts.addAll(lookedFor(report));
      }
    }
    var first = told.getFirst().event();
    Instant at = told.stream().map(Envelope::occurredAt).min(Instant::compareTo).orElseThrow();
    facts.add(
        new Wanted(
            at,
            new WorkspaceId("workspace1"),
            new RoomName("call-recorded"),
            "calls/" + first.callId() + ".mp3"));
    return new Verdict(RecordingState.of(facts)).status();
  }
}
