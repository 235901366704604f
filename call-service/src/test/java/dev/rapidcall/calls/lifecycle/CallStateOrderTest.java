package dev.rapidcall.calls.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.ParticipantKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any order and any repetition of the facts of a call give the same state. */
class CallStateOrderTest {
  private static final int SHUFFLES = 500;

  static Stream<Story> stories() {
    return Stream.of(
        Story.web()
            .agentJoins(1)
            .recorderJoins(1)
            .callerJoins(2)
            .callerLeaves(30, "CLIENT_INITIATED")
            .ends(EndRequester.USER, 30.1, Outcome.USER_HANGUP)
            .agentLeaves(50)
            .roomFinishes(50),
        Story.web()
            .callerJoins(1)
            .agentJoins(2)
            .ends(EndRequester.AGENT, 20.5, Outcome.AGENT_HANGUP)
            .ends(EndRequester.SYSTEM, 30.5, Outcome.AGENT_HANGUP)
            .agentLeaves(24)
            .callerLeaves(24, "ROOM_DELETED")
            .ends(EndRequester.USER, 24.6, Outcome.USER_HANGUP)
            .roomFinishes(24),
        Story.web()
            .callerJoins(1)
            .agentJoins(2)
            .callerLeaves(20, "CONNECTION_TIMEOUT")
            .joins("caller again", ParticipantKind.STANDARD, 26, "")
            .leaves("caller again", 40, "CLIENT_INITIATED", "")
            .roomFinishes(60)
            .repaired()
            .callerLeaves(19, "UNKNOWN_REASON"),
        Story.inbound()
            .phoneJoins(1, "ringing")
            .agentJoins(6)
            .phoneLeaves(60, "CLIENT_INITIATED", "hangup")
            .agentLeaves(60)
            .roomFinishes(80),
        Story.inbound()
            .phoneJoins(1, "ringing")
            .agentJoins(2)
            .transferred(13.6)
            .phoneLeaves(14, "CLIENT_INITIATED", "hangup")
            .agentLeaves(34)
            .roomFinishes(54)
            .repaired()
            .phoneLeaves(12, "UNKNOWN_REASON", "active"),
        Story.inbound()
            .phoneJoins(1, "ringing")
            .agentJoins(12)
            .agentIsMissing(9)
            .transferIsTried(20.5, 40.5)
            .transferIsRefused(22, 20.5)
            .transferIsTried(30.5, 50.5)
            .phoneLeaves(33, "CLIENT_INITIATED", "hangup")
            .roomFinishes(60),
        Story.outbound()
            .agentJoins(1)
            .phoneJoins(2, "dialing")
            .phoneLeaves(9, "USER_REJECTED", "ringing")
            .roomFinishes(30));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void everyOrderGivesTheSameState(Story story) {
    CallState told = story.state();
    Random random = new Random(1);

    for (int i = 0; i < SHUFFLES; i++) {
      List<Fact> shuffled = new ArrayList<>(story.facts());
      shuffled.addAll(story.facts());
      shuffled.addAll(story.facts());
      Collections.shuffle(shuffled, random);

      assertThat(story.state(shuffled)).isEqualTo(told);
    }
  }

  @ParameterizedTest
  @MethodSource("stories")
  void theFactsThatWereMissingGiveTheFullStateLater(Story story) {
    Random random = new Random(2);

    for (int i = 0; i < SHUFFLES; i++) {
      List<Fact> some =
          new ArrayList<>(story.facts().stream().filter(fact -> random.nextBoolean()).toList());
      story.state(some);
      some.addAll(story.facts());

      assertThat(story.state(some)).isEqualTo(story.state());
    }
  }
}
