package dev.rapidcall.recordings.ledger;

import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.ABORTED;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.ACTIVE;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.COMPLETE;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.ENDING;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.FAILED;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.LIMIT_REACHED;
import static dev.rapidcall.events.CallLifecycleEvent.EgressStatus.STARTING;
import static dev.rapidcall.recordings.ledger.Facts.callOver;
import static dev.rapidcall.recordings.ledger.Facts.egress;
import static dev.rapidcall.recordings.ledger.Facts.found;
import static dev.rapidcall.recordings.ledger.Facts.givenUp;
import static dev.rapidcall.recordings.ledger.Facts.known;
import static dev.rapidcall.recordings.ledger.Facts.lookedInVain;
import static dev.rapidcall.recordings.ledger.Facts.recording;
import static dev.rapidcall.recordings.ledger.Facts.stopAsked;
import static dev.rapidcall.recordings.ledger.Facts.uploaded;
import static dev.rapidcall.recordings.ledger.Facts.verdict;
import static dev.rapidcall.recordings.ledger.Facts.wanted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.EgressId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final EgressId OTHER = new EgressId("EG_customer");

  @Test
  void anEgressOfAnUnknownCallIsParked() {
    is(verdict(recording(COMPLETE, 9), callOver()), RecordingStatus.PARKED, Step.NONE);
  }

  @Test
  void aNewCallNeedsAnEgress() {
    is(verdict(wanted()), RecordingStatus.REQUESTED, Step.START);
  }

  @Test
  void noEgressIsStartedOnceTheCallIsOver() {
    is(verdict(wanted(), callOver()), RecordingStatus.REQUESTED, Step.FIND);
  }

  @Test
  void anEgressThatRunsIsWatched() {
    is(verdict(wanted(), egress(STARTING, 1)), RecordingStatus.RECORDING, Step.WATCH);
    is(verdict(wanted(), recording(ACTIVE, 2)), RecordingStatus.RECORDING, Step.WATCH);
  }

  @Test
  @DisplayName("weakness 16: an egress that ran into its limit becomes ready like any other")
  void anEgressThatReachedItsLimitIsVerified() {
    is(verdict(wanted(), recording(LIMIT_REACHED, 7)), RecordingStatus.VERIFYING, Step.VERIFY);
    is(
        verdict(wanted(), recording(LIMIT_REACHED, 7), callOver(), found(1)),
        RecordingStatus.READY,
        Step.NONE);
  }

  @Test
  void anEgressIsStoppedWhenTheCallIsOver() {
    is(verdict(wanted(), recording(ACTIVE, 2), callOver()), RecordingStatus.STOPPING, Step.STOP);
  }

  @Test
  void anEgressIsAskedToStopOnlyOnce() {
    is(
        verdict(wanted(), recording(ACTIVE, 2), callOver(), stopAsked()),
        RecordingStatus.STOPPING,
        Step.WATCH);
    is(verdict(wanted(), recording(ENDING, 9), callOver()), RecordingStatus.STOPPING, Step.WATCH);
  }

  @Test
  void anEgressThatFailedBeforeItBeganIsReplacedWhileTheCallGoesOn() {
    is(verdict(wanted(), egress(FAILED, 2)), RecordingStatus.REQUESTED, Step.START);
    is(verdict(wanted(), egress(ABORTED, 2), callOver()), RecordingStatus.VERIFYING, Step.VERIFY);
  }

  @Test
  void anEgressThatFailedLaterMayHaveLeftAFile() {
    is(verdict(wanted(), recording(FAILED, 5)), RecordingStatus.VERIFYING, Step.VERIFY);
  }

  @Test
  void anEgressOfSomebodyElseDoesNotReplaceOurs() {
    Verdict verdict =
        verdict(wanted(), egress(OTHER, "theirs.mp3", ACTIVE, 1, Facts.second(1), ""));

    is(verdict, RecordingStatus.REQUESTED, Step.START);
  }

  @Test
  void aFileIsStrongerThanAnyFailure() {
    is(
        verdict(wanted(), recording(FAILED, 5), callOver(), lookedInVain(), givenUp(), found(1)),
        RecordingStatus.READY,
        Step.NONE);
  }

  @Test
  void whatIsGivenUpIsStillStoppedAndLookedForNowAndThen() {
    is(
        verdict(wanted(), recording(ACTIVE, 2), callOver(), givenUp()),
        RecordingStatus.FAILED,
        Step.STOP);
    is(
        verdict(wanted(), recording(ACTIVE, 2), callOver(), stopAsked(), givenUp()),
        RecordingStatus.FAILED,
        Step.LOOK_AGAIN);
  }

  @Test
  void whatWasGivenUpBeforeItBeganIsOver() {
    is(verdict(wanted(), callOver(), givenUp()), RecordingStatus.FAILED, Step.NONE);
  }

  @Test
  void ourFileIsLookedForBeforeThatOfAnotherEgress() {
    Verdict verdict =
        verdict(
            wanted(),
            recording(FAILED, 4),
            egress(OTHER, "theirs.mp3", COMPLETE, 9, Facts.second(1), ""));

    assertThat(verdict.possibleKeys(Facts.KEY)).containsExactly(Facts.KEY, "theirs.mp3");
  }

  @Test
  void aCallOfWhichNothingIsRecordedIsKnownAllTheSame() {
    is(verdict(known(null)), RecordingStatus.NONE, Step.NONE);
    is(verdict(known(null), callOver(), uploaded("a", 9)), RecordingStatus.NONE, Step.NONE);
    is(verdict(known(null), wanted()), RecordingStatus.REQUESTED, Step.START);
  }

  @Test
  void theFileOfAnImportedCallIsLookedForAndWhenItIsNotThereNowAndThen() {
    is(verdict(known(Facts.KEY)), RecordingStatus.VERIFYING, Step.VERIFY);
    is(verdict(known(null), known(Facts.KEY)), RecordingStatus.VERIFYING, Step.VERIFY);
    is(verdict(known(Facts.KEY), found(7)), RecordingStatus.READY, Step.NONE);
    is(verdict(known(Facts.KEY), givenUp()), RecordingStatus.FAILED, Step.LOOK_AGAIN);
    is(verdict(known(Facts.KEY), givenUp(), found(7)), RecordingStatus.READY, Step.NONE);
  }

  private static void is(Verdict verdict, RecordingStatus status, Step step) {
    assertThat(verdict.status()).isEqualTo(status);
    assertThat(verdict.step()).isEqualTo(step);
  }
}
