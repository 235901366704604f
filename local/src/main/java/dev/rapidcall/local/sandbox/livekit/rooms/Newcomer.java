package dev.rapidcall.local.sandbox.livekit.rooms;

import dev.rapidcall.local.sandbox.livekit.wire.IdKind;
import java.util.Map;
import livekit.LivekitModels.ParticipantInfo.Kind;

/**
 * Somebody about to join a room.
 *
 * @param identity unique in the room
 * @param name shown to people; a recorder has none
 * @param attributes what LiveKit SIP says of a phone, without the status of its call
 */
public record Newcomer(String identity, String name, Kind kind, Map<String, String> attributes) {

  /** A person at a browser. */
  public static Newcomer browser(String identity, String name) {
    return new Newcomer(identity, name, Kind.STANDARD, Map.of());
  }

  /** A phone that calls one of our numbers. */
  public static Newcomer phone(String caller, String called) {
    return new Newcomer(
        "sip_" + caller,
        "Phone " + caller,
        Kind.SIP,
        Map.of(
            "sip.callID", IdKind.SIP_CALL.next(),
            "sip.phoneNumber", caller,
            "sip.trunkPhoneNumber", called));
  }

  /** A voice agent. */
  public static Newcomer agent(String identity) {
    return new Newcomer(identity, identity, Kind.AGENT, Map.of());
  }

  /** The recorder of an egress. */
  public static Newcomer recorder(String egressId) {
    return new Newcomer(egressId, "", Kind.EGRESS, Map.of());
  }
}
