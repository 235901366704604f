package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.lifecycle.DueCalls.Due;
import dev.rapidcall.calls.rooms.RoomFigures;
import dev.rapidcall.calls.rooms.Rooms;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.events.RoomName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares open calls with what LiveKit says of their rooms, in one request for all of them. Who is
 * in a room is asked only where that may matter.
 */
@Component
class LookAtCalls {
  private static final Logger log = LoggerFactory.getLogger(LookAtCalls.class);

  private final Rooms rooms;
  private final TakeLook takeLook;

  LookAtCalls(Rooms rooms, TakeLook takeLook) {
    this.rooms = rooms;
    this.takeLook = takeLook;
  }

  void look(List<Due> calls) {
    Map<RoomName, RoomFigures> found;
    try {
      found = rooms.figures(calls.stream().map(Due::roomName).toList());
    } catch (RoomsException e) {
      log.warn(
          "[reconcile] {} calls could not be compared with LiveKit: {}",
          calls.size(),
          e.getMessage());
      each(calls, call -> takeLook.blind(call.id()));
      return;
    }
    each(
        calls, call -> takeLook.glance(call.id(), Optional.ofNullable(found.get(call.roomName()))));
  }

  /** One that fails becomes due again and does not hold up the others. */
  private static void each(List<Due> calls, Consumer<Due> take) {
    for (Due call : calls) {
      try {
        take.accept(call);
      } catch (RuntimeException e) {
        log.warn("Looking at call {} failed and will be tried again", call.id(), e);
      }
    }
  }
}
