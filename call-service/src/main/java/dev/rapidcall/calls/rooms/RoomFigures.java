package dev.rapidcall.calls.rooms;

/**
 * What LiveKit counts of a room. The figures may be some seconds old.
 *
 * @param participants without agents and recorders
 * @param publishers whoever sends something, agents too
 */
public record RoomFigures(int participants, int publishers) {

  @Override
  public String toString() {
    return participants + "/" + publishers;
  }
}
