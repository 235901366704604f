package dev.rapidcall.calls.lifecycle;

import static dev.rapidcall.calls.lifecycle.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.lifecycle.DueCalls.Due;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.TimelineEntry;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CallLifecycleIT extends LifecycleIT {
  @Autowired CloseRoom closeRoom;

  @Test
  void factsThatCameBeforeTheCallCount() {
    Story story = Story.web(room()).callerJoins(1).callerLeaves(31, "ROOM_DELETED");
    story.facts().forEach(recordFact::record);

    open(story);

    assertThat(result(story).talkTime()).isEqualTo(Duration.ofSeconds(30));
    assertThat(ends(story)).hasSize(1);
  }

  @Test
  @DisplayName("weakness 6: facts that come several times at once, in any order, give one end")
  void oneEndWhateverTheOrderAndHoweverManyAtOnce() throws Exception {
    for (int seed = 0; seed < 5; seed++) {
      Story story =
          Story.web(room())
              .agentJoins(1)
              .callerJoins(1.5)
              .ends(EndRequester.AGENT, 20, Outcome.AGENT_HANGUP)
              .agentLeaves(24)
              .callerLeaves(24, "ROOM_DELETED")
              .ends(EndRequester.USER, 24.5, Outcome.USER_HANGUP)
              .roomFinishes(24);
      open(story);

      recordAtOnce(story, new Random(seed));

      assertThat(result(story))
          .isEqualTo(
              new CallResult(at(1.5), at(24), Duration.ofMillis(22_500), Outcome.AGENT_HANGUP));
      assertThat(ends(story)).hasSize(1);
    }
  }

  @Test
  void threeEndsAtOnceAreOneEnd() throws Exception {
    Story story =
        Story.web(room())
            .callerJoins(1)
            .ends(EndRequester.USER, 10, Outcome.USER_HANGUP)
            .ends(EndRequester.USER, 10.001, Outcome.USER_HANGUP)
            .callerLeaves(10, "CLIENT_INITIATED");
    open(story);

    recordAtOnce(story, new Random(7));

    assertThat(ends(story)).hasSize(1);
    assertThat(result(story).endedAt()).isEqualTo(at(10));
  }

  @Test
  void aLateFactCorrectsTheEndAndSaysSo() {
    Story story = Story.web(room()).callerJoins(1).roomFinishes(60);
    open(story);
    story.facts().forEach(recordFact::record);
    assertThat(result(story).talkTime()).isEqualTo(Duration.ofSeconds(59));

    story.callerLeaves(40, "CLIENT_INITIATED");
    story.facts().forEach(recordFact::record);

    assertThat(result(story).talkTime()).isEqualTo(Duration.ofSeconds(39));
    assertThat(ends(story)).hasSize(1);
    assertThat(entries(story, "rapidcall.call.corrected.v1")).hasSize(1);
  }

  @Test
  void theRoomIsDeletedAfterTheEnd() {
    Story story = Story.web(room()).callerJoins(1).callerLeaves(9, "ROOM_DELETED");
    open(story);
    story.facts().forEach(recordFact::record);

    dueCalls.toClose(100).forEach(closeRoom::close);

    assertThat(rooms.open).doesNotContainKey(story.room());
    assertThat(toClose(story)).isEmpty();
  }

  @Test
  void aRoomThatSomebodyEntersAfterTheEndIsDeletedAgain() {
    Story story = Story.web(room()).callerJoins(1).callerLeaves(9, "ROOM_DELETED");
    open(story);
    story.facts().forEach(recordFact::record);
    clock.set(at(12));
    dueCalls.toClose(100).forEach(closeRoom::close);

    story.joins("late", ParticipantKind.STANDARD, 15, "");
    story.facts().forEach(recordFact::record);

    assertThat(toClose(story)).hasSize(1);
  }

  @Test
  void aRoomThatCannotBeDeletedIsTriedAgain() {
    Story story = Story.web(room()).callerJoins(1).callerLeaves(9, "ROOM_DELETED");
    open(story);
    story.facts().forEach(recordFact::record);
    assertThat(toClose(story)).hasSize(1);

    clock.pass(Duration.ofMinutes(1));

    assertThat(toClose(story)).hasSize(1);
  }

  @Test
  void withoutAnyWebhookTheReconcilerFindsCallerAndEnd() {
    Story story = Story.web(room());
    open(story);
    Participant caller = person("caller", ParticipantKind.STANDARD, 2);
    rooms.enter(story.room(), caller);
    rooms.enter(story.room(), person("agent", ParticipantKind.AGENT, 3));
    lookAt(20);
    lookAt(300);
    rooms.leave(story.room(), caller);
    lookAt(310);
    lookAt(330);

    assertThat(result(story))
        .isEqualTo(new CallResult(at(2), at(300), Duration.ofSeconds(298), Outcome.USER_HANGUP));
    assertThat(entries(story, "rapidcall.participant.joined.v1"))
        .extracting(TimelineEntry::source)
        .containsOnly(Fact.RECONCILER);
  }

  @Test
  void aCallThatIsAliveIsLeftAloneHoweverLong() {
    Story story = Story.web(room());
    open(story);
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));
    rooms.enter(story.room(), person("agent", ParticipantKind.AGENT, 3));

    for (int hour = 1; hour <= 12; hour++) {
      lookAt(hour * 3600);
    }

    assertThat(call(story).hasEnded()).isFalse();
  }

  @Test
  @DisplayName(
      "weakness 12: a call that goes on beyond 15 minutes is left alone and ends when it ends")
  void aLongCallEndsWithItsRealDuration() {
    Story story = Story.web(room()).callerJoins(2).agentJoins(3);
    open(story);
    recordAll(story);
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));
    rooms.enter(story.room(), person("agent", ParticipantKind.AGENT, 3));
    for (int minute = 1; minute <= 47; minute++) {
      lookAt(minute * 60);
    }
    assertThat(call(story).hasEnded()).isFalse();
    assertThat(ends(story)).isEmpty();

    recordAll(
        story
            .callerLeaves(2_880, "CLIENT_INITIATED")
            .ends(EndRequester.USER, 2_880.2, Outcome.USER_HANGUP));

    assertThat(result(story).talkTime().toSeconds()).isEqualTo(2_878);
    assertThat(result(story).outcome()).isEqualTo(Outcome.USER_HANGUP);
    assertThat(ends(story)).as("told to webhooks, billing and recordings").hasSize(1);
  }

  @Test
  void aCallWhoseRoomIsGoneEndsWithItsOwnReasonWhenItWasLastSeen() {
    Story story = Story.web(room());
    open(story);
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));
    lookAt(10);
    lookAt(20);
    rooms.open.remove(story.room());
    lookAt(1000);

    assertThat(result(story))
        .isEqualTo(new CallResult(at(2), at(20), Duration.ofSeconds(18), Outcome.STALE_TIMEOUT));
  }

  @Test
  void aLostWebhookOfTheAgentDoesNotEndTheCall() {
    Story story = Story.web(room()).callerJoins(2);
    open(story);
    story.facts().forEach(recordFact::record);
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));
    rooms.enter(story.room(), person("agent", ParticipantKind.AGENT, 3));

    lookAt(40);

    assertThat(call(story).hasEnded()).isFalse();
  }

  @Test
  void aCallerWhomNoAgentJoinsIsReleased() {
    Story story = Story.web(room()).callerJoins(2);
    open(story);
    story.facts().forEach(recordFact::record);
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));

    lookAt(31);
    assertThat(call(story).hasEnded()).isFalse();
    lookAt(33);

    assertThat(result(story))
        .isEqualTo(new CallResult(at(2), at(33), Duration.ofSeconds(31), Outcome.AGENT_NO_SHOW));
  }

  @Test
  void whileLiveKitIsUnreachableNothingIsConcludedFromSilence() {
    Story story = Story.web(room()).callerJoins(2);
    open(story);
    story.facts().forEach(recordFact::record);
    rooms.unreachable = true;

    lookAt(60);
    assertThat(call(story).hasEnded()).isFalse();

    rooms.unreachable = false;
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));
    lookAt(100);
    assertThat(result(story).outcome()).isEqualTo(Outcome.AGENT_NO_SHOW);
  }

  @Test
  void anAgentThatEndedTheCallAndStaysIsHungUpEvenWhileLiveKitIsUnreachable() {
    Story story =
        Story.web(room())
            .agentJoins(1)
            .callerJoins(1)
            .ends(EndRequester.AGENT, 20, Outcome.AGENT_HANGUP);
    open(story);
    story.facts().forEach(recordFact::record);
    rooms.unreachable = true;

    lookAt(31);

    assertThat(result(story).endedAt()).isEqualTo(at(31));
    assertThat(result(story).outcome()).isEqualTo(Outcome.AGENT_HANGUP);
  }

  private List<Due> toClose(Story story) {
    return dueCalls.toClose(100).stream().filter(due -> due.id().equals(story.call())).toList();
  }

  private void recordAtOnce(Story story, Random random)
      throws InterruptedException, ExecutionException {
    List<Fact> facts = new ArrayList<>(story.facts());
    facts.addAll(story.facts());
    facts.addAll(story.facts());
    Collections.shuffle(facts, random);
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      facts.forEach(fact -> all.add(threads.submit(() -> recordFact.record(fact))));
      for (Future<?> one : all) {
        one.get();
      }
    }
  }
}
