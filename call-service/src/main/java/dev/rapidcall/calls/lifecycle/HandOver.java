package dev.rapidcall.calls.lifecycle;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallLifecycleEvent.TransferAttempted;
import dev.rapidcall.events.CallLifecycleEvent.TransferRefused;
import dev.rapidcall.events.CallLifecycleEvent.TransferRequested;
import dev.rapidcall.events.EventId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The handing on of a phone, which looks like a hang-up.
 *
 * @param isDone LiveKit said that it was done
 * @param undecided attempts of which LiveKit said nothing
 */
record HandOver(boolean isDone, List<Attempt> undecided) {

  /** From when until when a phone that leaves was handed on by it. */
  record Attempt(Instant from, Instant until) {}

  static HandOver of(Collection<Fact> facts) {
    Set<EventId> refused =
        facts.stream()
            .flatMap(
                fact ->
                    fact.event() instanceof TransferRefused no
                        ? Stream.of(no.attempt())
                        : Stream.empty())
            .collect(toUnmodifiableSet());
    return new HandOver(
        facts.stream().anyMatch(fact -> fact.event() instanceof TransferRequested),
        facts.stream()
            .filter(fact -> !refused.contains(fact.id()))
            .map(HandOver::attempt)
            .filter(Objects::nonNull)
            .toList());
  }

  /** Whether a phone that left by itself at that moment may have been handed on. */
  boolean explains(Instant left) {
    return undecided.stream()
        .anyMatch(attempt -> !left.isBefore(attempt.from()) && !left.isAfter(attempt.until()));
  }

  /** LiveKit tells the leaving in whole seconds, rounded down. */
  private static @Nullable Attempt attempt(Fact fact) {
    return fact.event() instanceof TransferAttempted attempted
        ? new Attempt(fact.occurredAt().truncatedTo(ChronoUnit.SECONDS), attempted.undecidedUntil())
        : null;
  }
}
