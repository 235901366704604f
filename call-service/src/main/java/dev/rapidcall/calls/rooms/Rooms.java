package dev.rapidcall.calls.rooms;

import dev.rapidcall.events.Participant;
import dev.rapidcall.events.RoomName;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The rooms that calls take place in. Every method may take as long as the configured time-out. */
public interface Rooms {

  /**
   * Opens a room; one that exists already is left as it is.
   *
   * @throws RoomsException if LiveKit refuses or cannot be reached
   */
  void open(RoomOpening opening);

  /**
   * What LiveKit counts of these rooms, asked in one request; a room that is not there is missing.
   *
   * @throws RoomsException if LiveKit refuses or cannot be reached
   */
  Map<RoomName, RoomFigures> figures(Collection<RoomName> rooms);

  /**
   * Who is in the room now; nobody if there is no such room.
   *
   * @throws RoomsException if LiveKit refuses or cannot be reached
   */
  List<Participant> participants(RoomName room);

  /**
   * Deletes the room and sends everybody away; one that does not exist is no error.
   *
   * @throws RoomsException if LiveKit refuses or cannot be reached
   */
  void close(RoomName room);
}
