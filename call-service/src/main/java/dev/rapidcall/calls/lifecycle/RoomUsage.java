package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.ParticipantKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long callers and agents were in a room, by the stays that are over. Whoever is in the room
 * when it is closed leaves with that. Recorders and feeds do not count.
 *
 * @param lastEventAt when the room was last heard of, null if never
 * @param participants by identity
 * @param rawSeconds of all stays together
 * @param billedMinutes each stay in begun minutes, as LiveKit bills it
 */
public record RoomUsage(
    @Nullable Instant lastEventAt,
    Map<String, Seen> participants,
    long rawSeconds,
    long billedMinutes) {
  /** The facts that tell it. */
  public static final Set<Class<? extends Event>> FACTS =
      Set.of(ParticipantJoined.class, ParticipantLeft.class, RoomFinished.class);

  private static final Set<ParticipantKind> COUNTED =
      Set.of(ParticipantKind.STANDARD, ParticipantKind.SIP, ParticipantKind.AGENT);
  private static final long MINUTE = 60;

  /**
   * A participant.
   *
   * @param joinedAt null once it has left
   */
  public record Seen(@Nullable Instant joinedAt, Instant lastSeenAt) {}

  /** Counts the facts of a call. */
  public static RoomUsage of(Collection<Fact> facts) {
    Instant closedAt =
        facts.stream()
            .filter(fact -> fact.event() instanceof RoomFinished)
            .map(Fact::occurredAt)
            .max(Comparator.naturalOrder())
            .orElse(null);
    List<Stay> stays =
        Presence.stays(facts).stream()
            .filter(stay -> COUNTED.contains(stay.participant().kind()))
            .toList();
    Map<String, Seen> participants = new TreeMap<>();
    stays.forEach(
        stay ->
            participants.merge(
                stay.participant().identity(), seen(stay, closedAt), RoomUsage::later));
    return new RoomUsage(
        facts.stream().map(Fact::occurredAt).max(Comparator.naturalOrder()).orElse(null),
        participants,
        stays.stream().mapToLong(stay -> seconds(stay, closedAt)).sum(),
        stays.stream().mapToLong(stay -> minutes(seconds(stay, closedAt))).sum());
  }

  private static long minutes(long seconds) {
    return Math.ceilDiv(seconds, MINUTE);
  }

  private static long seconds(Stay stay, @Nullable Instant closedAt) {
    Instant end = end(stay, closedAt);
    return end == null ? 0 : Math.round(Duration.between(stay.joinedAt(), end).toMillis() / 1000.0);
  }

  private static Seen seen(Stay stay, @Nullable Instant closedAt) {
    Instant end = end(stay, closedAt);
    return end == null ? new Seen(stay.joinedAt(), stay.joinedAt()) : new Seen(null, end);
  }

  /** Of somebody who came back the last stay tells. */
  private static Seen later(Seen one, Seen other) {
    return one.lastSeenAt().isAfter(other.lastSeenAt()) ? one : other;
  }

  /** A room that was closed and opened anew is not closed for who joined after. */
  private static @Nullable Instant end(Stay stay, @Nullable Instant closedAt) {
    Instant leftAt = stay.leftAt();
    boolean isClosed = closedAt != null && !closedAt.isBefore(stay.joinedAt());
    return leftAt == null && isClosed ? closedAt : leftAt;
  }
}
