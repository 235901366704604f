package dev.rapidcall.calls.lifecycle;

import static java.util.Comparator.comparing;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a call ends: when the caller's leg left or somebody ended it, whichever was first.
 *
 * @param wish the agent's end, which is carried out when it has left
 * @param request the first end by a person or by RapidCall, carried out at once
 * @param finish the closing of the room, which comes late and is the last resort
 * @param handOver the handing on of the phone, after which its leaving is no hang-up
 */
record Ending(
    CallChannel channel,
    Presence presence,
    @Nullable Fact wish,
    @Nullable Fact request,
    @Nullable Fact finish,
    HandOver handOver) {

  static Ending of(CallChannel channel, Presence presence, Collection<Fact> facts) {
    return new Ending(
        channel,
        presence,
        firstEnd(facts, by -> by == EndRequester.AGENT),
        firstEnd(facts, by -> by != EndRequester.AGENT),
        facts.stream()
            .filter(fact -> fact.event() instanceof RoomFinished)
            .min(comparing(Fact::isRepaired).thenComparing(Fact::occurredAt))
            .orElse(null),
        HandOver.of(facts));
  }

  /** The end, or null while the call goes on. */
  @Nullable End end(@Nullable Instant answeredAt) {
    Instant ended = earlier(at(request), wishCarriedOut());
    Instant closed = finishedBefore(ended) ? at(finish) : ended;
    Stay caller = presence.lastCaller();
    Instant left = caller == null ? null : caller.leftAt();
    if (caller != null && left != null && isGone(caller, closed)) {
      if (ended == null || EventTime.isBefore(left, ended)) {
        return new End(left, outcome(answeredAt, left, hangUp(caller, left)));
      }
    }
    return closed == null ? null : new End(closed, outcome(answeredAt, closed, closing(closed)));
  }

  /** When the agent's wish was carried out: the agent said goodbye and left. */
  private @Nullable Instant wishCarriedOut() {
    Instant wished = at(wish);
    Stay agent = presence.lastAgent();
    Instant left = agent == null ? null : agent.leftAt();
    if (wished == null || left == null) {
      return null;
    }
    return left.isAfter(wished) ? left : wished;
  }

  private boolean finishedBefore(@Nullable Instant ended) {
    Instant finished = at(finish);
    return finished != null && (ended == null || EventTime.isBefore(finished, ended));
  }

  private boolean isGone(Stay caller, @Nullable Instant closed) {
    boolean mayComeBack = channel == CallChannel.WEB && !caller.wasEndedByServer();
    return !mayComeBack || closed != null;
  }

  private String outcome(@Nullable Instant answeredAt, Instant endedAt, String ifAnswered) {
    if (answeredAt != null && !answeredAt.isAfter(endedAt)) {
      if (handOver.isDone()) {
        return Outcome.TRANSFERRED;
      }
      Instant wished = at(wish);
      return wish == null || wished == null || EventTime.isBefore(endedAt, wished)
          ? ifAnswered
          : requestedOutcome(wish);
    }
    return switch (channel) {
      case WEB -> Outcome.CALLER_NO_SHOW;
      case PHONE_INBOUND ->
          ifAnswered.equals(Outcome.AGENT_NO_SHOW) ? ifAnswered : Outcome.ABANDONED;
      case PHONE_OUTBOUND ->
          presence.callers().stream().anyMatch(Stay::wasRejected)
              ? Outcome.DIAL_BUSY
              : Outcome.DIAL_FAILED;
    };
  }

  private String hangUp(Stay caller, Instant left) {
    if (!caller.wasEndedByServer()) {
      return handOver.explains(left) ? Outcome.TRANSFERRED : Outcome.USER_HANGUP;
    }
    Stay agent = presence.lastAgent();
    Instant agentLeft = agent == null ? null : agent.leftAt();
    boolean agentEndedIt =
        agent != null && agentLeft != null && !agent.wasEndedByServer() && !agentLeft.isAfter(left);
    return agentEndedIt ? Outcome.AGENT_HANGUP : Outcome.ENDED_BY_API;
  }

  private String closing(Instant closed) {
    if (request != null && closed.equals(at(request))) {
      return requestedOutcome(request);
    }
    if (closed.equals(wishCarriedOut()) && wish != null) {
      return requestedOutcome(wish);
    }
    return finish != null && finish.isRepaired() ? Outcome.STALE_TIMEOUT : Outcome.USER_HANGUP;
  }

  private static @Nullable Fact firstEnd(Collection<Fact> facts, Predicate<EndRequester> by) {
    Optional<Fact> first =
        facts.stream()
            .filter(
                fact -> fact.event() instanceof CallEndRequested end && by.test(end.requestedBy()))
            .min(comparing(Fact::occurredAt).thenComparing(fact -> fact.id().value()));
    return first.orElse(null);
  }

  private static String requestedOutcome(Fact fact) {
    return ((CallEndRequested) fact.event()).outcome();
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable Instant at(@Nullable Fact fact) {
    return fact == null ? null : fact.occurredAt();
  }
}
