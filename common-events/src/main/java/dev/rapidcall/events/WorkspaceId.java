package dev.rapidcall.events;

/** The tenant: every row of every service belongs to exactly one workspace. */
public record WorkspaceId(String value) implements Id {
  /**
   * @throws IllegalArgumentException if the value is blank or too long
   */
  public WorkspaceId {
    Id.check("WorkspaceId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
