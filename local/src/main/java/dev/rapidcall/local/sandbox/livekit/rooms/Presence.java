package dev.rapidcall.local.sandbox.livekit.rooms;

import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import dev.rapidcall.local.sandbox.livekit.wire.Refused.Code;
import java.util.List;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.TrackInfo;

/** Who comes into a room and goes out of it. Called inside the world only. */
public final class Presence {

  private final World world;
  private final Rooms rooms;
  private final RoomEvents events;

  Presence(World world, Rooms rooms, RoomEvents events) {
    this.world = world;
    this.rooms = rooms;
    this.events = events;
  }

  /** Joins at once. */
  public Member join(Room room, Newcomer who) {
    Member member = connect(room, who);
    activate(room, member);
    return member;
  }

  /** Joins, but is not active yet: nobody is told. */
  public Member connect(Room room, Newcomer who) {
    room.member(who.identity())
        .ifPresent(old -> rooms.dismiss(room, old, DisconnectReason.DUPLICATE_IDENTITY));
    Member member = new Member(who, world.now());
    room.admit(member, world.now());
    rooms.expect(room);
    return member;
  }

  /** Is fully there. */
  public void activate(Room room, Member member) {
    room.settle(world.now());
    member.active();
    events.joined(room, member);
  }

  /** Can be heard from now on. */
  public void publish(Room room, Member member) {
    room.settle(world.now());
    TrackInfo track = Tracks.microphone(world.now());
    member.publish(track);
    room.published(world.now());
    events.published(room, member, track);
  }

  public boolean isOpen(Room room) {
    return rooms.isOpen(room);
  }

  /** Whether this very member is still in the room. */
  public boolean isIn(Room room, Member member) {
    return rooms.isOpen(room)
        && room.member(member.identity()).filter(present -> present == member).isPresent();
  }

  /** Leaves, unless gone already. */
  public void leave(Room room, Member member, DisconnectReason reason) {
    if (isIn(room, member)) {
      rooms.dismiss(room, member, reason);
      rooms.expect(room);
    }
  }

  /** Everybody in the room; nobody when there is no such room. */
  public List<ParticipantInfo> list(String room) {
    return rooms.find(room).map(Room::members).orElse(List.of()).stream()
        .map(Member::listed)
        .toList();
  }

  public ParticipantInfo get(String room, String identity) {
    return find(room, identity).listed();
  }

  /** Throws somebody out. */
  public void remove(String room, String identity) {
    Member member = find(room, identity);
    leave(rooms.get(room), member, DisconnectReason.PARTICIPANT_REMOVED);
  }

  /** A phone was answered. */
  public void answer(Room room, Member phone) {
    if (isIn(room, phone)) {
      phone.answered();
    }
  }

  /** Hands a phone on: it leaves as if it had hung up. The other side may refuse. */
  public void transfer(String room, String identity, String to) {
    Member phone = find(room, identity);
    if (phone.kind() != ParticipantInfo.Kind.SIP) {
      throw Refused.internally(Code.INVALID_ARGUMENT, "participant is not a phone");
    }
    OtherSide.called(to);
    leave(rooms.get(room), phone, DisconnectReason.CLIENT_INITIATED);
  }

  private Member find(String room, String identity) {
    return rooms
        .find(room)
        .flatMap(found -> found.member(identity))
        .orElseThrow(() -> Refused.internally(Code.NOT_FOUND, "participant does not exist"));
  }
}
