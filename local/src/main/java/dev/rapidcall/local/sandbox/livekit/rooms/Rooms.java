package dev.rapidcall.local.sandbox.livekit.rooms;

import dev.rapidcall.local.sandbox.livekit.time.RoomTimings;
import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.webhooks.Webhooks;
import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import dev.rapidcall.local.sandbox.livekit.wire.Refused.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import livekit.LivekitModels;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitRoom.CreateRoomRequest;

/** The open rooms: made, found, closed. Called inside the world only. */
public final class Rooms {

  private static final int MAX_NAME = 256;
  private static final int MAX_METADATA = 64_000;

  private final World world;
  private final RoomTimings timings;
  private final RoomEvents events;
  private final Map<String, Room> open = new LinkedHashMap<>();

  /** No rooms yet. */
  public Rooms(World world, RoomTimings timings, Webhooks webhooks) {
    this.world = world;
    this.timings = timings;
    this.events = new RoomEvents(webhooks);
  }

  /** Tells this watcher from now on. */
  public void watch(RoomWatcher watcher) {
    events.watch(watcher);
  }

  /** Who is in the rooms, and their comings and goings. */
  public Presence presence() {
    return new Presence(world, this, events);
  }

  /** Makes a room; one of that name stays as it is. */
  public Room create(CreateRoomRequest wanted) {
    if (wanted.getName().length() > MAX_NAME) {
      throw Refused.internally(
          Code.INVALID_ARGUMENT, "room name length exceeds limits: max length " + MAX_NAME);
    }
    Room existing = open.get(wanted.getName());
    if (existing != null) {
      return existing;
    }
    Room room = new Room(wanted, world.now(), timings.countsRefresh());
    open.put(room.name(), room);
    events.started(room);
    expect(room);
    return room;
  }

  public Optional<Room> find(String name) {
    return Optional.ofNullable(open.get(name));
  }

  /** The room of that name, or LiveKit's refusal. */
  public Room get(String name) {
    return find(name)
        .orElseThrow(() -> Refused.internally(Code.NOT_FOUND, "requested room does not exist"));
  }

  /** The rooms of these names; all when there are none. */
  public List<LivekitModels.Room> list(List<String> names) {
    return open.values().stream()
        .filter(room -> names.isEmpty() || names.contains(room.name()))
        .map(this::describe)
        .toList();
  }

  /** As the API describes it. */
  public LivekitModels.Room describe(Room room) {
    room.settle(world.now());
    return room.described();
  }

  /** Replaces what the room says of itself. */
  public LivekitModels.Room updateMetadata(String name, String metadata) {
    Room room = get(name);
    if (metadata.getBytes(StandardCharsets.UTF_8).length > MAX_METADATA) {
      throw Refused.internally(
          Code.INVALID_ARGUMENT, "metadata size exceeds limits: max size " + MAX_METADATA);
    }
    room.metadata(metadata);
    return describe(room);
  }

  /** Closes it on somebody's order. */
  public void delete(String name) {
    close(get(name), DisconnectReason.ROOM_DELETED);
  }

  boolean isOpen(Room room) {
    return Objects.equals(open.get(room.name()), room);
  }

  /** Sets or calls off the alarm that closes a room nobody needs. */
  void expect(Room room) {
    Duration empty = Objects.requireNonNullElse(timings.emptyTimeout(), room.emptyTimeout());
    Duration departure =
        Objects.requireNonNullElse(timings.departureTimeout(), room.departureTimeout());
    Optional<Instant> at = room.closesAt(empty, departure);
    room.closing(
        at.map(
            instant ->
                world.after(
                    Duration.between(world.now(), instant),
                    () -> close(room, DisconnectReason.ROOM_CLOSED))));
  }

  private void close(Room room, DisconnectReason reason) {
    if (!open.remove(room.name(), room)) {
      return;
    }
    room.closing(Optional.empty());
    List<Member> members = room.members();
    members.stream().filter(Member::recorder).forEach(member -> dismiss(room, member, reason));
    members.stream().filter(m -> !m.recorder()).forEach(member -> dismiss(room, member, reason));
    room.settle(world.now());
    events.finished(room);
  }

  void dismiss(Room room, Member member, DisconnectReason reason) {
    room.dismiss(member, world.now());
    member.gone(reason);
    events.left(room, member, reason);
  }
}
