package dev.rapidcall.events;

/** LiveKit's id of one egress, such as {@code EG_EjafZwoSso5n}. */
public record EgressId(String value) implements Id {
  /**
   * @throws IllegalArgumentException if the value is blank or too long
   */
  public EgressId {
    Id.check("EgressId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
