package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallEvent.AgentMissing;
import dev.rapidcall.events.CallEvent.CallResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What the facts say about a call. A pure function of the set of facts: neither their order nor
 * their repetition nor the present time matters.
 *
 * @param answeredAt null if the caller's leg was never connected
 * @param end null while the call goes on
 * @param deadline what follows if nothing more happens; null once ended
 * @param alone whether it is to be told that no agent is there; null if not
 */
public record CallState(
    @Nullable Instant answeredAt,
    @Nullable End end,
    @Nullable Deadline deadline,
    @Nullable Alone alone) {

  /** Judges the facts. */
  static CallState of(Terms terms, Collection<Fact> facts, LifecycleSettings settings) {
    Presence presence = Presence.of(terms.channel(), facts);
    Ending ending = Ending.of(terms.channel(), presence, facts);
    Instant answeredAt = inMillis(Answer.at(terms.channel(), presence));
    End end = ending.end(answeredAt);
    if (end == null) {
      return new CallState(
          answeredAt,
          null,
          Deadlines.next(terms, answeredAt, ending, settings),
          alone(presence, facts, settings));
    }
    boolean talked = answeredAt != null && !answeredAt.isAfter(end.at());
    return new CallState(talked ? answeredAt : null, end, null, null);
  }

  /** From answer to end; zero if never answered or not over. */
  Duration talkTime() {
    return answeredAt == null || end == null
        ? Duration.ZERO
        : Duration.between(answeredAt, end.at());
  }

  /** When RapidCall is next to do something by itself, or null once ended. */
  @Nullable Instant nextAct() {
    if (deadline == null) {
      return null;
    }
    return alone != null && alone.tellAt().isBefore(deadline.at()) ? alone.tellAt() : deadline.at();
  }

  /** Whether something hangs on who is in the room now. */
  boolean needsLook(Instant now) {
    boolean mayEnd = deadline != null && deadline.needsLook() && !deadline.at().isAfter(now);
    return mayEnd || isToTell(now);
  }

  /** Whether a caller has been without an agent for so long that it is told. */
  boolean isToTell(Instant now) {
    return alone != null && !alone.tellAt().isAfter(now);
  }

  private static @Nullable Alone alone(
      Presence presence, Collection<Fact> facts, LifecycleSettings settings) {
    Instant since = presence.aloneSince();
    boolean told = facts.stream().anyMatch(fact -> fact.event() instanceof AgentMissing);
    return since == null || told
        ? null
        : new Alone(since, since.plus(settings.agentMissingAfter()));
  }

  private static @Nullable Instant inMillis(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
  }

  /** How the call came out, or null while it goes on. */
  @Nullable CallResult result() {
    return end == null ? null : new CallResult(answeredAt, end.at(), talkTime(), end.outcome());
  }
}
