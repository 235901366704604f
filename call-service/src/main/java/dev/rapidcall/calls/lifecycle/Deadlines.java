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
  private Deadlines() {}

  static @Nullable Deadline next(Instant openedAt, Ending ending, LifecycleSettings settings) {
    return Stream.of(
            goodbye(ending.wish(), settings),
            callerMissing(openedAt, ending.presence(), settings),
            callerLeft(ending.presence(), settings),
            withoutAgent(ending.presence(), settings))
        .filter(Objects::nonNull)
        .min(Comparator.comparing(Deadline::at))
        .orElse(null);
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
    if (!presence.callerIsThere()) {
      return null;
    }
    if (presence.agents().isEmpty()) {
      Instant joined = presence.callers().getFirst().joinedAt();
      return new Deadline(joined.plus(settings.agentMissing()), Outcome.AGENT_NO_SHOW, true);
    }
    Stay agent = presence.lastAgent();
    Instant left = agent == null ? null : agent.leftAt();
    if (left == null) {
      return null;
    }
    Instant alone = presence.callerThereSince();
    Instant since = alone.isAfter(left) ? alone : left;
    return new Deadline(since.plus(settings.agentLeft()), Outcome.AGENT_LOST, true);
  }
}
