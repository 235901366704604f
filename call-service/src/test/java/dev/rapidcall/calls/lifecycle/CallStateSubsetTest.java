package dev.rapidcall.calls.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever facts of a call are lost: while one way to end it is left, it has one end, at the time
 * of the best way that is left. Every subset is tried.
 */
class CallStateSubsetTest {

  /** Facts, by their places in the story, that together end the call at a time. */
  record Way(Set<Integer> facts, Instant end) {
    static Way at(double second, Integer... facts) {
      return new Way(Set.of(facts), Story.at(second));
    }
  }

  /**
   * @param ways the best first
   */
  record Told(String name, Story story, List<Way> ways) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Told> stories() {
    return Stream.of(
        new Told(
            "the person leaves the page",
            Story.web()
                .callerJoins(1)
                .agentJoins(2)
                .callerLeaves(30, "CLIENT_INITIATED")
                .ends(EndRequester.USER, 33, Outcome.USER_HANGUP)
                .agentLeaves(50)
                .roomFinishes(55),
            List.of(Way.at(30, 2, 3), Way.at(30, 2, 5), Way.at(33, 3), Way.at(55, 5))),
        new Told(
            "the agent says goodbye",
            Story.web()
                .callerJoins(1)
                .agentJoins(2)
                .ends(EndRequester.AGENT, 20, Outcome.AGENT_HANGUP)
                .agentLeaves(24)
                .callerLeaves(26, "ROOM_DELETED")
                .roomFinishes(28)
                .ends(EndRequester.SYSTEM, 31, Outcome.AGENT_HANGUP),
            List.of(Way.at(24, 2, 3), Way.at(26, 4), Way.at(28, 5), Way.at(31, 6))),
        new Told(
            "the phone that calls us hangs up",
            Story.inbound()
                .phoneJoins(1, "ringing")
                .agentJoins(6)
                .phoneLeaves(60, "CLIENT_INITIATED", "hangup")
                .agentLeaves(62)
                .roomFinishes(80),
            List.of(Way.at(60, 2), Way.at(80, 4))),
        new Told(
            "the phone that we call rejects",
            Story.outbound()
                .agentJoins(1)
                .phoneJoins(2, "dialing")
                .phoneLeaves(9, "USER_REJECTED", "ringing")
                .roomFinishes(30),
            List.of(Way.at(9, 2), Way.at(30, 3))),
        new Told(
            "the reconciler finds the room gone before LiveKit tells",
            Story.web()
                .callerJoins(1)
                .callerLeaves(40, "ROOM_DELETED")
                .roomFinishes(42)
                .repaired()
                .roomFinishes(70),
            List.of(Way.at(40, 1), Way.at(42, 2), Way.at(70, 3))));
  }

  @ParameterizedTest
  @MethodSource("stories")
  @DisplayName("any subset with an end gives one end at the best time that is left")
  void anySubsetEndsAtTheBestTimeThatIsLeft(Told told) {
    subsets(told.story().facts())
        .forEach(
            kept -> {
              End end = told.story().state(some(told.story(), kept)).end();
              assertThat(end == null ? null : end.at())
                  .as("with the facts " + kept)
                  .isEqualTo(best(told.ways(), kept));
            });
  }

  @ParameterizedTest
  @MethodSource("stories")
  void whatWasMissingGivesTheFullStateLater(Told told) {
    CallState full = told.story().state();
    subsets(told.story().facts())
        .forEach(
            kept -> {
              List<Fact> later =
                  Stream.concat(
                          some(told.story(), kept).stream(),
                          told.story().facts().reversed().stream())
                      .toList();
              assertThat(told.story().state(later)).isEqualTo(full);
            });
  }

  private static @Nullable Instant best(List<Way> ways, Set<Integer> kept) {
    return ways.stream()
        .filter(way -> kept.containsAll(way.facts()))
        .map(Way::end)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Set<Integer>> subsets(List<Fact> facts) {
    return IntStream.range(0, 1 << facts.size())
        .mapToObj(
            bits ->
                IntStream.range(0, facts.size())
                    .filter(place -> (bits >> place & 1) == 1)
                    .boxed()
                    .collect(Collectors.toSet()));
  }

  private static List<Fact> some(Story story, Set<Integer> places) {
    return places.stream().sorted().map(story.facts()::get).toList();
  }
}
