package dev.rapidcall.calls.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an agent that are kept as one JSON object: their defaults and how a change merges.
 */
final class AgentSettings {
  private static final Set<String> MERGED = Set.of("welcome", "voice", "backgroundAudio");
  private static final Set<String> REPLACED =
      Set.of(
          "enabledTools",
          "backchannelEnabled",
          "knowledgeFolderIds",
          "defaultDynamicVariables",
          "callSettings",
          "fallbackVoice",
          "postCallDataExtraction");

  private AgentSettings() {}

  /** What an agent has that says nothing else. */
  static Map<String, @Nullable Object> defaults() {
    Map<String, @Nullable Object> settings = new LinkedHashMap<>();
    settings.put(
        "welcome",
        Map.of(
            "mode", "user", "aiMessageMode", "dynamic", "aiMessageText", "", "aiDelaySeconds", 0));
    Map<String, @Nullable Object> voice = new LinkedHashMap<>();
    voice.put("provider", null);
    voice.put("model", null);
    voice.put("voiceId", null);
    settings.put("voice", voice);
    settings.put("backgroundAudio", Map.of());
    settings.put("enabledTools", List.of("end_call"));
    settings.put("toolConfigs", Map.of());
    settings.put("backchannelEnabled", false);
    settings.put("knowledgeFolderIds", List.of());
    settings.put("defaultDynamicVariables", Map.of());
    settings.put("callSettings", Map.of());
    settings.put("fallbackVoice", null);
    settings.put("postCallDataExtraction", List.of());
    return settings;
  }

  /** The settings after a change; objects that are merged keep the keys that were not sent. */
  static Map<String, @Nullable Object> changed(
      Map<String, @Nullable Object> settings, Map<String, @Nullable Object> input) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(settings);
    input.forEach(
        (name, value) -> {
          if (MERGED.contains(name)) {
            changed.put(name, merged(changed.get(name), value));
          } else if (name.equals("toolConfigs")) {
            changed.put(name, ToolSecrets.unmasked(tools(value), tools(changed.get(name))));
          } else if (REPLACED.contains(name)) {
            changed.put(name, value);
          }
        });
    return changed;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> tools(@Nullable Object toolConfigs) {
    if (toolConfigs instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    return new LinkedHashMap<>();
  }

  private static Map<Object, @Nullable Object> merged(
      @Nullable Object stored, @Nullable Object sent) {
    Map<Object, @Nullable Object> merged = new LinkedHashMap<>();
    if (stored instanceof Map<?, ?> map) {
      merged.putAll(map);
    }
    if (sent instanceof Map<?, ?> map) {
      merged.putAll(map);
    }
    return merged;
  }
}
