package dev.rapidcall.local.sandbox.livekit.wire;

import tools.jackson.databind.JsonNode;

/** What a token allows, of what the sandbox asks for. */
public record Grants(
    boolean roomCreate,
    boolean roomList,
    boolean roomAdmin,
    boolean roomRecord,
    boolean sipCall,
    String room) {

  static final Grants NONE = new Grants(false, false, false, false, false, "");

  static Grants of(JsonNode video, JsonNode sip) {
    return new Grants(
        video.path("roomCreate").asBoolean(false),
        video.path("roomList").asBoolean(false),
        video.path("roomAdmin").asBoolean(false),
        video.path("roomRecord").asBoolean(false),
        sip.path("call").asBoolean(false),
        video.path("room").asString(""));
  }

  /** May manage this very room. */
  public boolean administers(String name) {
    return roomAdmin && room.equals(name);
  }
}
