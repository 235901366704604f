package dev.rapidcall.recordings.ledger;

import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.ABORTED;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.ACTIVE;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.COMPLETE;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.ENDING;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.FAILED;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.LIMIT_REACHED;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.STARTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.EgressId;
import dev.rapidcall.recordings.ledger.RecordingFact.LookedInVain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the order of the facts and however often they come, the recording ends the same. */
class EveryOrderTest {
  private static final EgressId OTHER = new EgressId("EG_other");

  record Case(
      String name, List<RecordingFact> facts, RecordingStatus status, Step step, String reason) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.concat(recordedCalls(), otherCalls());
  }

  static Stream<Case> recordedCalls() {
    return Stream.of(
        found("web-call", 128_472),
        found("web-call-deleted-by-api", 25_461),
        found("egress-stopped", 19_192),
        lost("web-call", RecordingStatus.MISSING, Step.LOOK_AGAIN, "no file"),
        lost("nobody-comes", RecordingStatus.FAILED, Step.NONE, "nobody was heard"),
        lost("egress-bad-bucket", RecordingStatus.FAILED, Step.LOOK_AGAIN, "NoSuchBucket"),
        found("egress-bad-bucket", 77));
  }

  static Stream<Case> otherCalls() {
    return Stream.of(
        new Case(
            "two egresses, one failed and one completed",
            List.of(
                Facts.wanted(),
                Facts.callOver(),
                Facts.recording(FAILED, 3),
                Facts.egress(OTHER, Facts.KEY, ACTIVE, 4, Facts.second(4), ""),
                Facts.egress(OTHER, Facts.KEY, COMPLETE, 9, Facts.second(4), ""),
                Facts.lookedInVain(),
                Facts.found(5)),
            RecordingStatus.READY,
            Step.NONE,
            ""),
        new Case(
            "given up, and the file was there after all",
            List.of(
                Facts.wanted(),
                Facts.callOver(),
                Facts.recording(ENDING, 9),
                Facts.stopAsked(),
                Facts.givenUp(),
                Facts.found(5)),
            RecordingStatus.READY,
            Step.NONE,
            ""),
        new Case(
            "given up, completed late, no file",
            List.of(
                Facts.wanted(),
                Facts.callOver(),
                Facts.recording(ENDING, 9),
                Facts.recording(COMPLETE, 900),
                Facts.givenUp(),
                Facts.lookedInVain()),
            RecordingStatus.FAILED,
            Step.LOOK_AGAIN,
            "never said"),
        new Case(
            "uploads change nothing about the recording that is made",
            List.of(
                Facts.wanted(),
                Facts.callOver(),
                Facts.recording(ENDING, 9),
                Facts.uploaded("a", 20),
                Facts.uploaded("b", 10),
                Facts.stopAsked()),
            RecordingStatus.STOPPING,
            Step.WATCH,
            ""),
        new Case(
            "aborted, and complete is heard later",
            List.of(
                Facts.wanted(),
                Facts.callOver(),
                Facts.egress(STARTING, 1),
                Facts.egress(ABORTED, 5),
                Facts.recording(COMPLETE, 6),
                Facts.lookedInVain()),
            RecordingStatus.FAILED,
            Step.LOOK_AGAIN,
            "broken off"),
        new Case(
            "the limit was reached and the call goes on",
            List.of(Facts.wanted(), Facts.recording(ACTIVE, 2), Facts.recording(LIMIT_REACHED, 7)),
            RecordingStatus.VERIFYING,
            Step.VERIFY,
            ""),
        new Case(
            "two different sizes were seen",
            List.of(Facts.wanted(), Facts.recording(COMPLETE, 7), Facts.found(5), Facts.found(6)),
            RecordingStatus.READY,
            Step.NONE,
            ""));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void endsTheSameInEveryOrder(Case call) {
    RecordingState expected = RecordingState.of(call.facts());

    Orders.every(call.facts(), order -> check(call, expected, order));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void endsTheSameHoweverOftenFactsAreRepeated(Case call) {
    RecordingState expected = RecordingState.of(call.facts());

    Orders.repeated(call.facts(), order -> check(call, expected, order));
  }

  private static void check(Case call, RecordingState expected, List<RecordingFact> order) {
    RecordingState state = RecordingState.of(order);
    assertThat(state).isEqualTo(expected);
    Verdict verdict = new Verdict(state);
    assertThat(verdict.status()).isEqualTo(call.status());
    assertThat(verdict.step()).isEqualTo(call.step());
    assertThat(verdict.reason()).contains(call.reason());
    assertThat(verdict.reason().isEmpty()).isEqualTo(call.reason().isEmpty());
  }

  private static Case found(String call, long size) {
    List<RecordingFact> facts = new ArrayList<>(Facts.recorded(call));
    facts.add(Facts.found(size));
    return new Case(call + " with a file", facts, RecordingStatus.READY, Step.NONE, "");
  }

  private static Case lost(String call, RecordingStatus status, Step step, String reason) {
    List<RecordingFact> facts = new ArrayList<>(Facts.recorded(call));
    facts.add(new LookedInVain(Facts.second(60), Facts.egressOf(call), "There is no file."));
    return new Case(call + " without a file", facts, status, step, reason);
  }
}
