package dev.rapidcall.local.sandbox.livekit.rooms;

import livekit.LivekitModels.ParticipantInfo.Kind;

/**
 * Somebody about to join a room.
 *
 * @param identity unique in the room
 * @param name shown to people; a recorder has none
 */
public record Newcomer(String identity, String name, Kind kind) {

  /** A person at a browser. */
  public static Newcomer browser(String identity, String name) {
    return new Newcomer(identity, name, Kind.STANDARD);
  }

  /** A voice agent. */
  public static Newcomer agent(String identity) {
    return new Newcomer(identity, identity, Kind.AGENT);
  }

  /** The recorder of an egress. */
  public static Newcomer recorder(String egressId) {
    return new Newcomer(egressId, "", Kind.EGRESS);
  }
}
