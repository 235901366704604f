package dev.rapidcall.events;

/** The name of a LiveKit room. One room name is one call. */
public record RoomName(String value) implements Id {
  /**
   * @throws IllegalArgumentException if the value is blank or longer than LiveKit's limit of 256
   */
  public RoomName {
    Id.check("RoomName", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
