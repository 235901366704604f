package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which silence ends a call that nobody has ended yet. */
final class Deadlines {
  private static final Duration AGENT_ENDS_IT = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(24);

  private Deadlines() {}

  static Deadline next(
      Terms terms, @Nullable Instant answeredAt, Ending ending, LifecycleSettings settings) {
    Instant openedAt = terms.openedAt();
    Instant began = answeredAt == null ? openedAt : answeredAt;
    return Stream.of(
            tooLong(began, terms.maxCallSeconds()),
            goodbye(ending.wish(), settings),
            callerMissing(openedAt, ending.presence(), settings),
            callerLeft(ending.presence(), settings),
            withoutAgent(ending.presence(), settings))
        .filter(Objects::nonNull)
        .min(Comparator.comparing(Deadline::at))
        .orElseThrow();
  }

  private static @Nullable Deadline goodbye(@Nullable Fact wish, LifecycleSettings settings) {
    if (wish == null) {
      return null;
    }
    String outcome = ((CallEndRequested) wish.event()).outcome();
    return new Deadline(wish.occurredAt().plus(settings.goodbye()), outcome, false);
  }

  private static @Nullable Deadline callerMissing(
      Instant openedAt, Presence presence, LifecycleSettings settings) {
    return presence.callers().isEmpty()
        ? new Deadline(openedAt.plus(settings.callerMissing()), Outcome.CALLER_NO_SHOW, true)
        : null;
  }

  private static @Nullable Deadline callerLeft(Presence presence, LifecycleSettings settings) {
    Stay caller = presence.lastCaller();
    Instant left = caller == null ? null : caller.leftAt();
    if (caller == null || left == null) {
      return null;
    }
    Duration patience = caller.connectionBroke() ? settings.reconnect() : settings.comeBack();
    return new Deadline(left.plus(patience), Outcome.USER_HANGUP, true);
  }

  private static @Nullable Deadline withoutAgent(Presence presence, LifecycleSettings settings) {
    Instant since = presence.aloneSince();
    if (since == null) {
      return null;
    }
    return presence.agents().isEmpty()
        ? new Deadline(since.plus(settings.agentMissing()), Outcome.AGENT_NO_SHOW, true)
        : new Deadline(since.plus(settings.agentLeft()), Outcome.AGENT_LOST, true);
  }

  /**
   * The agent ends a call that is too long itself; one that hangs does not, and its caller stays.
   */
  private static Deadline tooLong(Instant began, int maxCallSeconds) {
    Duration longest =
        maxCallSeconds > 0 ? Duration.ofSeconds(maxCallSeconds).plus(AGENT_ENDS_IT) : LONGEST;
    return new Deadline(began.plus(longest), Outcome.MAX_DURATION, false);
  }
}
