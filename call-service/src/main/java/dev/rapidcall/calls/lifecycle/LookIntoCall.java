package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.lifecycle.DueCalls.Due;
import dev.rapidcall.calls.rooms.Rooms;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.events.Participant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks LiveKit who is in the room of an open call: records what no webhook told, and ends the call
 * if a deadline has passed that LiveKit does not contradict. A call that is alive is left alone.
 */
@Component
class LookIntoCall {
  private static final Logger log = LoggerFactory.getLogger(LookIntoCall.class);

  private final Rooms rooms;
  private final TakeLook takeLook;

  LookIntoCall(Rooms rooms, TakeLook takeLook) {
    this.rooms = rooms;
    this.takeLook = takeLook;
  }

  void look(Due due) {
    List<Participant> present;
    try {
      present = rooms.participants(due.roomName());
    } catch (RoomsException e) {
      log.warn(
          "[reconcile] call {} could not be compared with LiveKit: {}", due.id(), e.getMessage());
      takeLook.blind(due.id());
      return;
    }
    takeLook.with(due.id(), Optional.of(present));
  }
}
