package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.rooms.RoomOpening;
import dev.rapidcall.calls.rooms.Rooms;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.RoomName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Rooms that are lists. */
final class RoomsInMemory implements Rooms {
  final Map<RoomName, List<Participant>> open = new ConcurrentHashMap<>();
  final List<RoomOpening> opened = new CopyOnWriteArrayList<>();
  volatile boolean unreachable;

  @Override
  public void open(RoomOpening opening) {
    answer();
    opened.add(opening);
    open.put(opening.name(), new CopyOnWriteArrayList<>());
  }

  @Override
  public Optional<List<Participant>> look(RoomName room) {
    answer();
    return Optional.ofNullable(open.get(room)).map(List::copyOf);
  }

  @Override
  public void close(RoomName room) {
    answer();
    open.remove(room);
  }

  void enter(RoomName room, Participant participant) {
    open.getOrDefault(room, List.of()).add(participant);
  }

  void leave(RoomName room, Participant participant) {
    open.getOrDefault(room, List.of()).remove(participant);
  }

  private void answer() {
    if (unreachable) {
      throw new RoomsException(RoomsException.Kind.UNREACHABLE, "LiveKit did not answer");
    }
  }
}
