package dev.rapidcall.local.sandbox.livekit.calls;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the agent learns from the room's metadata.
 *
 * @param callId without it the agent tells the API nothing
 * @param speaksFirst whether it greets the caller
 * @param mayEndCall whether it says so before it ends the call
 */
record Briefing(Optional<String> callId, boolean speaksFirst, boolean mayEndCall) {

  static Briefing read(String metadata) {
    JsonNode room = parse(metadata);
    Optional<String> callId =
        Optional.of(room.path("call").path("id").asString("")).filter(id -> !id.isEmpty());
    boolean waits = room.path("welcome").path("mode").asString("").equals("user");
    JsonNode tools = room.path("agent").path("enabledTools");
    boolean mayEnd =
        !tools.isArray()
            || tools.valueStream().anyMatch(tool -> tool.asString("").equals("end_call"));
    return new Briefing(callId, !waits, mayEnd);
  }

  private static JsonNode parse(String metadata) {
    try {
      return JsonMapper.shared().readTree(metadata.isBlank() ? "{}" : metadata);
    } catch (JacksonException e) {
      return JsonMapper.shared().createObjectNode();
    }
  }
}
