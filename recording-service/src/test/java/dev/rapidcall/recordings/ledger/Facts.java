package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.egress.livekit.RecordedEgress;
import dev.rapidcall.recordings.ledger.RecordingFact.CallOver;
import dev.rapidcall.recordings.ledger.RecordingFact.EgressSeen;
import dev.rapidcall.recordings.ledger.RecordingFact.GivenUp;
import dev.rapidcall.recordings.ledger.RecordingFact.Known;
import dev.rapidcall.recordings.ledger.RecordingFact.LookedInVain;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.ledger.RecordingFact.StopAsked;
import dev.rapidcall.recordings.ledger.RecordingFact.Uploaded;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts in the words of the tests. */
final class Facts {
  static final String KEY = "calls/ours.mp3";
  static final EgressId OURS = new EgressId("EG_ours");
  private static final Instant START = Instant.parse("2026-11-23T00:05:15Z");

  private Facts() {}

  static Instant second(int second) {
    return START.plusSeconds(second);
  }

  static Wanted wanted() {
    return wanted(KEY);
  }

  static Wanted wanted(String key) {
    return new Wanted(START, new WorkspaceId("ws_1"), new RoomName("call-x"), key);
  }

  static Known known(@Nullable String key) {
    return new Known(second(8), new WorkspaceId("ws_1"), key);
  }

  static CallOver callOver() {
    return new CallOver(second(8));
  }

  static EgressSeen egress(EgressStatus status, int second) {
    return egress(OURS, KEY, status, second, null, "");
  }

  static EgressSeen recording(EgressStatus status, int second) {
    return egress(OURS, KEY, status, second, second(1), "");
  }

  static EgressSeen egress(
      EgressId id,
      String key,
      EgressStatus status,
      int second,
      @Nullable Instant mediaStartedAt,
      String error) {
    return new EgressSeen(
        id, new EgressView(status, second(second), mediaStartedAt, key, null, error));
  }

  static StopAsked stopAsked() {
    return new StopAsked(second(9), OURS);
  }

  static LookedInVain lookedInVain() {
    return lookedInVain(OURS);
  }

  static LookedInVain lookedInVain(EgressId egress) {
    return new LookedInVain(second(40), egress, "The storage has no such file.");
  }

  static GivenUp givenUp() {
    return new GivenUp(second(200), "LiveKit Egress never said that it ended.");
  }

  static ObjectFound found(long size) {
    return new ObjectFound(second(30), KEY, size);
  }

  static Uploaded uploaded(String name, int second) {
    return new Uploaded(second(second), "uploads/x/" + name + ".webm", "audio/webm", 7);
  }

  /** A recorded call: wished for, over, and everything that LiveKit said of its egress. */
  static List<RecordingFact> recorded(String call) {
    List<EgressReported> reports = RecordedEgress.of(call);
    List<RecordingFact> facts = new ArrayList<>();
    facts.add(wanted("calls/call-" + call + ".mp3"));
    facts.add(callOver());
    reports.forEach(report -> facts.add(EgressSeen.of(report)));
    return facts;
  }

  static EgressId egressOf(String call) {
    return RecordedEgress.of(call).getFirst().egressId();
  }

  static Verdict verdict(RecordingFact... facts) {
    return new Verdict(RecordingState.of(List.of(facts)));
  }
}
