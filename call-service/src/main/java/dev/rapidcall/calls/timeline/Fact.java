package dev.rapidcall.calls.timeline;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.Envelope;
import java.time.Instant;

/**
 * Something that is known about a call.
 *
 * @param occurredAt by the clock of who saw it
 * @param recordedAt when RapidCall took it in
 */
public record Fact(EventId id, String source, Instant occurredAt, Instant recordedAt, Event event) {

  /** The source of facts that RapidCall found by asking, because nobody had told it. */
  public static final String RECONCILER = "reconciler";

  /** What an event says. */
  public static Fact of(Envelope<? extends Event> envelope) {
    return new Fact(
        envelope.id(),
        envelope.source(),
        envelope.occurredAt(),
        envelope.recordedAt(),
        envelope.event());
  }

  /** Whether somebody's own word for the same thing is better than this. */
  public boolean isRepaired() {
    return source.equals(RECONCILER);
  }
}
