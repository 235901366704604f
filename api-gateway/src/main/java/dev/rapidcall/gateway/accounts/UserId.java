package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.Id;

/** A person. */
public record UserId(String value) implements Id {
  /**
   * @throws IllegalArgumentException if the value is blank or too long
   */
  public UserId {
    Id.check("UserId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
