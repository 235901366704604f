package dev.rapidcall.calls.rooms;

import dev.rapidcall.events.RoomName;
import java.time.Duration;

/** Hands phones on. */
public interface PhoneTransfers {

  /**
   * Has a phone in a room call somebody else instead. Returns when the other side took it; the
   * phone then leaves the room.
   *
   * @param to {@code tel:} or {@code sip:} and whom
   * @param within gives up after that
   * @throws RoomsException if LiveKit refuses, then the phone is still in the room; or if its
   *     answer did not come, then nobody knows
   */
  void transfer(RoomName room, String identity, String to, Duration within);
}
