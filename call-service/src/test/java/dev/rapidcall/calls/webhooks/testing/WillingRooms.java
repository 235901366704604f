package dev.rapidcall.calls.webhooks.testing;

import dev.rapidcall.calls.rooms.RoomFigures;
import dev.rapidcall.calls.rooms.RoomOpening;
import dev.rapidcall.calls.rooms.Rooms;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.RoomName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
  public Map<RoomName, RoomFigures> figures(Collection<RoomName> rooms) {
    return rooms.stream().collect(Collectors.toMap(room -> room, room -> new RoomFigures(0, 0)));
  }

  @Override
  public List<Participant> participants(RoomName room) {
    return List.of();
  }

  @Override
  public void close(RoomName room) {}
}
