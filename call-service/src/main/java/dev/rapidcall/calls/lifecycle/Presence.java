package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who was in the room, and when: the caller's legs and the agents. Recorders and feeds do not
 * count.
 */
record Presence(List<Stay> callers, List<Stay> agents) {
  private static final Comparator<Fact> BEST_WORD_FIRST =
      Comparator.comparing(Fact::isRepaired)
          .thenComparing(Fact::occurredAt)
          .thenComparing(fact -> fact.id().value());

  private static final Comparator<Stay> BY_JOINING =
      Comparator.comparing(Stay::joinedAt).thenComparing(stay -> stay.participant().sid());

  static Presence of(CallChannel channel, Collection<Fact> facts) {
    List<Stay> stays = stays(facts);
    ParticipantKind caller =
        channel == CallChannel.WEB ? ParticipantKind.STANDARD : ParticipantKind.SIP;
    return new Presence(ofKind(stays, caller), ofKind(stays, ParticipantKind.AGENT));
  }

  /** Everybody's, by the time of joining. */
  static List<Stay> stays(Collection<Fact> facts) {
    Map<String, Participant> participants = new TreeMap<>();
    Map<String, ParticipantLeft> leaves = new TreeMap<>();
    facts.stream()
        .sorted(BEST_WORD_FIRST)
        .forEach(
            fact -> {
              switch (fact.event()) {
                case ParticipantJoined joined ->
                    participants.putIfAbsent(joined.participant().sid(), joined.participant());
                case ParticipantLeft left -> {
                  leaves.putIfAbsent(left.participant().sid(), left);
                  participants.putIfAbsent(left.participant().sid(), left.participant());
                }
                default -> {}
              }
            });
    return participants.values().stream()
        .map(participant -> new Stay(participant, leaves.get(participant.sid())))
        .sorted(BY_JOINING)
        .toList();
  }

  /** The leg whose leaving left the room without a caller; null while one is there or none came. */
  @Nullable Stay lastCaller() {
    return lastOf(callers);
  }

  /** The agent whose leaving left the room without one; null while one is there or none came. */
  @Nullable Stay lastAgent() {
    return lastOf(agents);
  }

  boolean callerIsThere() {
    return callers.stream().anyMatch(stay -> !stay.isOver());
  }

  /** When the caller who is there joined. Asked only while one is there. */
  Instant callerThereSince() {
    return callers.stream().filter(stay -> !stay.isOver()).findFirst().orElseThrow().joinedAt();
  }

  /** Since when a caller is there without an agent; null if there is an agent or no caller. */
  @Nullable Instant aloneSince() {
    if (!callerIsThere()) {
      return null;
    }
    if (agents.isEmpty()) {
      return callers.getFirst().joinedAt();
    }
    Stay agent = lastAgent();
    Instant left = agent == null ? null : agent.leftAt();
    if (left == null) {
      return null;
    }
    Instant there = callerThereSince();
    return there.isAfter(left) ? there : left;
  }

  private static @Nullable Stay lastOf(List<Stay> stays) {
    Stay last = null;
    for (Stay stay : stays) {
      Instant leftAt = stay.leftAt();
      if (leftAt == null) {
        return null;
      }
      Instant latest = last == null ? null : last.leftAt();
      if (latest == null || leftAt.isAfter(latest)) {
        last = stay;
      }
    }
    return last;
  }

  private static List<Stay> ofKind(List<Stay> stays, ParticipantKind kind) {
    return stays.stream().filter(stay -> stay.participant().kind() == kind).toList();
  }
}
