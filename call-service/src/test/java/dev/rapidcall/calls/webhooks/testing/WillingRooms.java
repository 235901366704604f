package dev.rapidcall.calls.webhooks.testing;

import dev.rapidcall.calls.rooms.RoomOpening;
import dev.rapidcall.calls.rooms.Rooms;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.RoomName;
import java.util.List;
import java.util.Optional;

/** Opens every room, unless it is told not to. */
public final class WillingRooms implements Rooms {
  public volatile boolean unreachable;

  @Override
  public void open(RoomOpening opening) {
    if (unreachable) {
      throw new RoomsException(RoomsException.Kind.UNREACHABLE, "LiveKit did not answer");
    }
  }

  @Override
  public Optional<List<Participant>> look(RoomName room) {
    return Optional.of(List.of());
  }

  @Override
  public void close(RoomName room) {}
}
