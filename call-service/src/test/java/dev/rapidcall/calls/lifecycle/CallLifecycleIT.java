package dev.rapidcall.calls.lifecycle;

import static dev.rapidcall.calls.lifecycle.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.CallService;
import dev.rapidcall.calls.lifecycle.DueCalls.Due;
import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.calls.testing.SettableClock;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.timeline.TimelineEntry;
import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@RapidCallIT(
    classes = CallService.class,
    properties = {
      "spring.config.name=call-service",
      "LIVEKIT_URL=http://localhost:1",
      "LIVEKIT_API_KEY=devkey",
      "LIVEKIT_API_SECRET=a-secret-of-at-least-thirty-two-characters",
      "CALL_WORK_EVERY=1h"
    })
@Import({LifecycleFixture.class, ClockFixture.class})
class CallLifecycleIT {
  @Autowired OpenCall openCall;
  @Autowired RecordFact recordFact;
  @Autowired Calls calls;
  @Autowired Timeline timeline;
  @Autowired DueCalls dueCalls;
  @Autowired LookAtCall lookAtCall;
  @Autowired CloseRoom closeRoom;
  @Autowired RoomsInMemory rooms;
  @Autowired SettableClock clock;
  @Autowired RandomNames names;

  @BeforeEach
  void begin() {
    clock.set(Story.OPENED);
    rooms.unreachable = false;
  }

  @Test
  void factsThatCameBeforeTheCallCount() {
    Story story = Story.web(room()).callerJoins(1).callerLeaves(31, "ROOM_DELETED");
    story.facts().forEach(recordFact::record);

    open(story);

    assertThat(result(story).talkTime()).isEqualTo(Duration.ofSeconds(30));
    assertThat(ends(story)).hasSize(1);
  }

  @Test
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

  @Test
  void aStartThatWasCutOffIsTakenBackWithItsRoom() {
    Story story = Story.web(room());
    openCall.begin(newCall(story));
    rooms.open.put(story.room(), new ArrayList<>());
    clock.pass(Duration.ofMinutes(2));

    dueCalls.neverStarted(10).forEach(closeRoom::takeBack);

    assertThat(rooms.open).doesNotContainKey(story.room());
    assertThat(calls.find(story.call())).isEmpty();
  }

  private List<Due> toClose(Story story) {
    return dueCalls.toClose(100).stream().filter(due -> due.id().equals(story.call())).toList();
  }

  private void lookAt(double second) {
    clock.set(at(second));
    dueCalls.toLookAt(100).forEach(lookAtCall::look);
  }

  private void open(Story story) {
    NewCall call = newCall(story);
    openCall.begin(call);
    rooms.open.put(story.room(), new ArrayList<>());
    openCall.complete(call);
  }

  private NewCall newCall(Story story) {
    return new NewCall(
        new WorkspaceId("workspace1"),
        new AgentId("agent00001"),
        "Front desk",
        StartCall.WEB_TEST,
        story.room(),
        CallChannel.WEB,
        Story.OPENED);
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

  private Call call(Story story) {
    return calls.find(story.call()).orElseThrow();
  }

  private CallResult result(Story story) {
    return Objects.requireNonNull(call(story).result());
  }

  private List<TimelineEntry> ends(Story story) {
    return entries(story, "rapidcall.call.ended.v1");
  }

  private List<TimelineEntry> entries(Story story, String type) {
    CallId id = story.call();
    return timeline.entries(id).stream().filter(entry -> entry.type().equals(type)).toList();
  }

  private RoomName room() {
    return new RoomName("call-agent00001-" + names.next(6));
  }

  private static Participant person(String who, ParticipantKind kind, double joinedAt) {
    return new Participant("PA_" + who, who, kind, at(joinedAt), Map.of());
  }
}
