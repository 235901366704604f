package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.calls.agents.ComposedPrompt;
import dev.rapidcall.calls.agents.Placeholders;
import dev.rapidcall.calls.agents.Variant;
import dev.rapidcall.events.CallId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the voice agent reads from a room. Every participant can read it too, so nothing is in it
 * that is only ours, and tool settings with a key in them are left out: the agent then fetches them
 * with its own secret. The prompt must stay: of a web call the agent reads it nowhere else.
 */
final class RoomMetadata {
  private RoomMetadata() {}

  static Map<String, @Nullable Object> ofWebCall(
      CallId call, Agent agent, ComposedPrompt prompt, WebCallRequest request) {
    Map<String, @Nullable Object> described = new LinkedHashMap<>();
    described.put("id", agent.id());
    described.put("workspaceId", agent.workspaceId());
    described.put("name", agent.name());
    described.put("prompt", prompt.text());
    described.put("voice", request.voice() == null ? agent.voice() : request.voice());
    described.put(
        "enabledTools",
        request.enabledTools() == null ? agent.enabledTools() : request.enabledTools());
    described.put("toolConfigs", holdsKey(agent.toolConfigs()) ? Map.of() : agent.toolConfigs());
    described.put("backchannelEnabled", agent.backchannelEnabled());
    described.put("backgroundAudio", agent.backgroundAudio());
    described.put("llmModel", agent.llmModel());
    described.put("maxCallSeconds", agent.maxCallSeconds());
    described.put("knowledgeFolderIds", agent.knowledgeFolderIds());
    described.put("variant", variant(prompt.variant()));
    described.put("callSettings", agent.callSettings());
    described.put("fallbackVoice", agent.fallbackVoice());
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("call", Map.of("id", call.value(), "to", StartCall.WEB_TEST));
    metadata.put("agent", described);
    metadata.put("welcome", welcome(agent, prompt, request));
    return metadata;
  }

  private static @Nullable Map<String, String> variant(@Nullable Variant variant) {
    return variant == null ? null : Map.of("id", variant.id(), "name", variant.name());
  }

  private static Map<String, @Nullable Object> welcome(
      Agent agent, ComposedPrompt prompt, WebCallRequest request) {
    Map<String, @Nullable Object> welcome = new LinkedHashMap<>(agent.welcome());
    welcome.putAll(request.welcome());
    welcome.computeIfPresent(
        "aiMessageText", (name, text) -> Placeholders.fill(text.toString(), prompt.variables()));
    return welcome;
  }

  private static boolean holdsKey(Map<String, @Nullable Object> toolConfigs) {
    return toolConfigs.values().stream()
        .anyMatch(config -> config instanceof Map<?, ?> map && map.get("apiKey") != null);
  }
}
