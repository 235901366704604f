package dev.rapidcall.calls.rooms;

import dev.rapidcall.events.RoomName;

/** Lets somebody into a room. */
public interface ParticipantTokens {

  /** A token for a browser: to join one room, to speak and to listen, for six hours. */
  String issue(RoomName room, String identity);
}
