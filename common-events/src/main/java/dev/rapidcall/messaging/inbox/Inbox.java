package dev.rapidcall.messaging.inbox;

import dev.rapidcall.events.EventId;
import java.time.Duration;

/** What this service has handled, for answers that must show an event's effect. */
public interface Inbox {

  /** Whether every consumer of this service that takes the event's topic has handled it. */
  boolean holds(EventId id);

  /**
   * Waits until {@link #holds} says yes, whichever instance of this service does the work.
   *
   * @return false if the time ran out first
   */
  boolean await(EventId id, Duration atMost);
}
