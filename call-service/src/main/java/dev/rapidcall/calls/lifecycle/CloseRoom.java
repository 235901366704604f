package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.lifecycle.DueCalls.Due;
import dev.rapidcall.calls.rooms.Rooms;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Deletes the room of an ended call, which frees the agent and hangs up who is still there. */
@Component
class CloseRoom {
  private final Rooms rooms;
  private final Calls calls;
  private final Clock clock;

  CloseRoom(Rooms rooms, Calls calls, Clock clock) {
    this.rooms = rooms;
    this.calls = calls;
    this.clock = clock;
  }

  void close(Due due) {
    rooms.close(due.roomName());
    calls.markRoomClosed(due.id(), clock.instant());
  }
}
