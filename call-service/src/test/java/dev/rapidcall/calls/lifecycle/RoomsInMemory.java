package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.rooms.RoomFigures;
import dev.rapidcall.calls.rooms.RoomOpening;
import dev.rapidcall.calls.rooms.Rooms;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RoomName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rooms that are lists. */
final class RoomsInMemory implements Rooms {
  final Map<RoomName, List<Participant>> open = new ConcurrentHashMap<>();
  final List<RoomOpening> opened = new CopyOnWriteArrayList<>();
  final List<RoomName> lookedInto = new CopyOnWriteArrayList<>();
  volatile boolean unreachable;
  volatile Consumer<RoomName> whileOpening = room -> {};
  volatile Consumer<RoomName> whileClosing = room -> {};

  /** As at the beginning, but for the rooms. */
  void reset() {
    unreachable = false;
    whileOpening = room -> {};
    whileClosing = room -> {};
    lookedInto.clear();
  }

  @Override
  public void open(RoomOpening opening) {
    whileOpening.accept(opening.name());
    answer();
    opened.add(opening);
    open.put(opening.name(), new CopyOnWriteArrayList<>());
  }

  @Override
  public Map<RoomName, RoomFigures> figures(Collection<RoomName> rooms) {
    answer();
    return rooms.stream()
        .filter(open::containsKey)
        .collect(Collectors.toMap(room -> room, room -> figures(participantsOf(room))));
  }

  @Override
  public List<Participant> participants(RoomName room) {
    answer();
    lookedInto.add(room);
    return participantsOf(room);
  }

  @Override
  public void close(RoomName room) {
    whileClosing.accept(room);
    answer();
    open.remove(room);
  }

  void enter(RoomName room, Participant participant) {
    open.getOrDefault(room, List.of()).add(participant);
  }

  void leave(RoomName room, Participant participant) {
    open.getOrDefault(room, List.of()).remove(participant);
  }

  private List<Participant> participantsOf(RoomName room) {
    return List.copyOf(open.getOrDefault(room, List.of()));
  }

  /** As LiveKit counts: neither agents nor recorders are participants, but agents publish. */
  private static RoomFigures figures(List<Participant> present) {
    List<ParticipantKind> kinds =
        present.stream()
            .map(Participant::kind)
            .filter(kind -> kind != ParticipantKind.EGRESS)
            .toList();
    long agents = kinds.stream().filter(kind -> kind == ParticipantKind.AGENT).count();
    return new RoomFigures(kinds.size() - Math.toIntExact(agents), kinds.size());
  }

  private void answer() {
    if (unreachable) {
      throw new RoomsException(RoomsException.Kind.UNREACHABLE, "LiveKit did not answer");
    }
  }
}
