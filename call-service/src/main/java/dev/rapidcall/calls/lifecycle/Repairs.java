package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts that LiveKit should have told and did not: the difference of what is and what is known.
 */
final class Repairs {
  private static final Duration STILL_UNDER_WAY = Duration.ofSeconds(1);
  private static final String UNKNOWN = "UNKNOWN_REASON";

  private final Call call;
  private final Collection<Fact> facts;
  private final Instant lookedAt;

  Repairs(Call call, Collection<Fact> facts, Instant lookedAt) {
    this.call = call;
    this.facts = facts;
    this.lookedAt = lookedAt;
  }

  /**
   * What is missing.
   *
   * @param found who is in the room, or empty if LiveKit knows no such room
   * @param roomGoneAfter how old a call must be before its missing room means its end
   */
  List<Fact> missing(Optional<List<Participant>> found, Duration roomGoneAfter) {
    if (found.isPresent()) {
      return Stream.concat(joined(found.get()), left(found.get())).toList();
    }
    boolean mayBeOpeningStill = lookedAt.isBefore(call.openedAt().plus(roomGoneAfter));
    boolean known = facts.stream().anyMatch(fact -> fact.event() instanceof RoomFinished);
    return mayBeOpeningStill || known ? List.of() : List.of(finished());
  }

  private Stream<Fact> joined(List<Participant> present) {
    Set<String> known = sids(ParticipantJoined.class);
    return present.stream()
        .filter(participant -> !known.contains(participant.sid()))
        .map(
            participant ->
                fact(
                    participant.sid() + ":joined",
                    participant.joinedAt(),
                    new ParticipantJoined(call.id(), call.roomName(), participant)));
  }

  private Stream<Fact> left(List<Participant> present) {
    Set<String> here =
        present.stream().map(Participant::sid).collect(Collectors.toUnmodifiableSet());
    Presence presence = Presence.of(call.channel(), facts);
    List<Stay> stays = new ArrayList<>(presence.callers());
    stays.addAll(presence.agents());
    return stays.stream()
        .filter(stay -> !stay.isOver() && !here.contains(stay.participant().sid()))
        .filter(stay -> stay.joinedAt().isBefore(lookedAt.minus(STILL_UNDER_WAY)))
        .map(stay -> left(stay.participant()));
  }

  private Fact left(Participant participant) {
    Instant seenAt = call.seenAt();
    boolean isCaller = participant.kind() != ParticipantKind.AGENT;
    Instant lastSeen = seenAt == null ? participant.joinedAt() : seenAt;
    Instant leftAt = isCaller ? lastSeen : lookedAt;
    return fact(
        participant.sid() + ":left",
        leftAt,
        new ParticipantLeft(call.id(), call.roomName(), participant, leftAt, UNKNOWN));
  }

  private Fact finished() {
    Instant lastKnown =
        Stream.concat(
                Stream.of(call.openedAt(), call.seenAt()),
                facts.stream().map(fact -> happened(fact)))
            .filter(Objects::nonNull)
            .max(Instant::compareTo)
            .orElse(call.openedAt());
    return fact(
        call.id() + ":room-finished", lastKnown, new RoomFinished(call.id(), call.roomName(), ""));
  }

  private static @Nullable Instant happened(Fact fact) {
    return fact.occurredAt();
  }

  private Set<String> sids(Class<? extends CallLifecycleEvent> kind) {
    return facts.stream()
        .map(Fact::event)
        .filter(kind::isInstance)
        .map(
            event ->
                switch (event) {
                  case ParticipantJoined joined -> joined.participant().sid();
                  case ParticipantLeft left -> left.participant().sid();
                  default -> "";
                })
        .collect(Collectors.toUnmodifiableSet());
  }

  private Fact fact(String what, Instant occurredAt, CallLifecycleEvent event) {
    return new Fact(new EventId("repair:" + what), Fact.RECONCILER, occurredAt, lookedAt, event);
  }

  static boolean seesCaller(CallChannel channel, List<Participant> present) {
    ParticipantKind caller =
        channel == CallChannel.WEB ? ParticipantKind.STANDARD : ParticipantKind.SIP;
    return present.stream().anyMatch(participant -> participant.kind() == caller);
  }
}
