package dev.rapidcall.events;

/**
 * A configured voice agent of a workspace: ten characters of {@code [0-9A-Za-z]}, never with a
 * hyphen.
 */
public record AgentId(String value) implements Id {
  /**
   * @throws IllegalArgumentException if the value is blank or too long
   */
  public AgentId {
    Id.check("AgentId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
