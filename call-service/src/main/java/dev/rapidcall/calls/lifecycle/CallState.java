package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
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
 */
public record CallState(
    @Nullable Instant answeredAt, @Nullable End end, @Nullable Deadline deadline) {

  /** Judges the facts. */
  static CallState of(
      CallChannel channel, Instant openedAt, Collection<Fact> facts, LifecycleSettings settings) {
    Presence presence = Presence.of(channel, facts);
    Ending ending = Ending.of(channel, presence, facts);
    Instant answeredAt = inMillis(Answer.at(channel, presence));
    End end = ending.end(answeredAt);
    if (end == null) {
      return new CallState(answeredAt, null, Deadlines.next(openedAt, ending, settings));
    }
    boolean talked = answeredAt != null && !answeredAt.isAfter(end.at());
    return new CallState(talked ? answeredAt : null, end, null);
  }

  /** From answer to end; zero if never answered or not over. */
  Duration talkTime() {
    return answeredAt == null || end == null
        ? Duration.ZERO
        : Duration.between(answeredAt, end.at());
  }

  private static @Nullable Instant inMillis(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
  }

  /** How the call came out, or null while it goes on. */
  @Nullable CallResult result() {
    return end == null ? null : new CallResult(answeredAt, end.at(), talkTime(), end.outcome());
  }
}
