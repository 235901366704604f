package dev.rapidcall.events;

/**
 * The identity of one event. A retry of the same fact carries the same id, so receivers can skip
 * it.
 */
public record EventId(String value) implements Id {
  /**
   * @throws IllegalArgumentException if the value is blank or too long
   */
  public EventId {
    Id.check("EventId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
