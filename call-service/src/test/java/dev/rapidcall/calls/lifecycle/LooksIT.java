package dev.rapidcall.calls.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LooksIT extends LifecycleIT {
  private static final String MISSING = "rapidcall.call.agent-missing.v1";

  @Autowired MeterRegistry meters;

  @Test
  @DisplayName("who is in a room is asked only when its figures change, or once a minute")
  void aQuietCallIsHardlyLookedInto() {
    Story story = talk();
    lookAt(10);
    rooms.lookedInto.clear();

    for (int second = 20; second <= 60; second += 10) {
      lookAt(second);
    }
    assertThat(looksInto(story)).isZero();
    assertThat(call(story).seenAt()).isEqualTo(Story.at(60));

    lookAt(75);
    assertThat(looksInto(story)).isEqualTo(1);
  }

  @Test
  void anAgentThatLeftWithoutAWordIsNoticedAtTheNextLook() {
    Story story = talk();
    lookAt(10);
    rooms.leave(story.room(), agent());

    lookAt(20);
    assertThat(call(story).hasEnded()).isFalse();
    lookAt(31);

    assertThat(result(story).outcome()).isEqualTo(Outcome.AGENT_LOST);
  }

  @Test
  void aDeadlineIsLookedIntoBeforeEverythingElse() {
    Story early = talk();
    Story alone = talk();
    lookAt(5);
    recordAll(alone.agentLeaves(6));
    clock.set(Story.at(100));

    lookAtCalls.look(dueCalls.toLookAt(1000));

    List<CallId> order =
        Stream.generate(() -> dueCalls.toLookInto(1))
            .takeWhile(due -> !due.isEmpty())
            .map(due -> due.getFirst().id())
            .toList();
    assertThat(order).contains(early.call(), alone.call());
    assertThat(order.indexOf(alone.call())).isLessThan(order.indexOf(early.call()));
  }

  @Test
  void aCallerWithoutAnAgentIsToldOnceWhileTheCallGoesOn(CapturedOutput output) {
    double told = missing();
    Story story = Story.web(room()).callerJoins(2);
    open(story);
    recordAll(story);
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));

    lookAt(9);
    assertThat(entries(story, MISSING)).isEmpty();
    lookAt(10.5);
    lookAt(21);

    assertThat(entries(story, MISSING))
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.occurredAt()).isEqualTo(Story.at(10));
              assertThat(fact.data().path("since").asString()).isEqualTo(Story.at(2).toString());
            });
    assertThat(call(story).hasEnded()).isFalse();
    assertThat(missing()).isEqualTo(told + 1);
    assertThat(output).containsOnlyOnce("[agent.missing] call " + story.call());
  }

  @Test
  void nobodyIsToldOfAnAgentWhoseWebhookWasLost() {
    Story story = Story.web(room()).callerJoins(2);
    open(story);
    recordAll(story);
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));
    rooms.enter(story.room(), agent());

    lookAt(11);

    assertThat(entries(story, MISSING)).isEmpty();
  }

  @Test
  void aCallThatItsAgentForgotEndsAMinuteAfterItsLongest() {
    Story story = Story.web(room()).allowed(600).callerJoins(2).agentJoins(3);
    open(story);
    recordAll(story);
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));
    rooms.enter(story.room(), agent());

    lookAt(660);
    assertThat(call(story).hasEnded()).isFalse();
    lookAt(663);

    assertThat(result(story).outcome()).isEqualTo(Outcome.MAX_DURATION);
  }

  private Story talk() {
    Story story = Story.web(room()).callerJoins(2).agentJoins(3);
    open(story);
    recordAll(story);
    rooms.enter(story.room(), person("caller", ParticipantKind.STANDARD, 2));
    rooms.enter(story.room(), agent());
    return story;
  }

  private long looksInto(Story story) {
    return rooms.lookedInto.stream().filter(story.room()::equals).count();
  }

  private double missing() {
    return meters.get("rapidcall.calls.agent.missing").tag("source", "web").counter().count();
  }

  private static Participant agent() {
    return person("agent", ParticipantKind.AGENT, 3);
  }
}
