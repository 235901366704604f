package dev.rapidcall.local.sandbox.livekit.rooms;

import livekit.LivekitModels.DisconnectReason;

/** Wants to know what happens in rooms; is told while nothing else moves. */
public interface RoomWatcher {

  /** Somebody can be heard. */
  default void published(Room room) {}

  /** Somebody left, or was made to. */
  default void left(Room room, Member member, DisconnectReason reason) {}

  /** The room is no more; everybody has left it. */
  default void closed(Room room) {}
}
