package dev.rapidcall.calls.agents;

import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys in an agent's tools. They are shown masked; who sends a mask back means the key that it
 * stands for.
 */
final class ToolSecrets {
  private static final String KEY = "apiKey";
  private static final String MASK = "••••";
  private static final int SHOWN = 4;

  /** A shorter key would be half told by its end. */
  private static final int LONG_ENOUGH = 12;

  private ToolSecrets() {}

  static Map<String, @Nullable Object> masked(Map<String, @Nullable Object> tools) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>(tools);
    shown.replaceAll((name, tool) -> key(tool) == null ? tool : with(tool, mask(key(tool))));
    return shown;
  }

  /**
   * The tools as sent, with the stored key for each mask.
   *
   * @throws Invalid if a mask stands for no stored key
   */
  static Map<String, @Nullable Object> unmasked(
      Map<String, @Nullable Object> sent, Map<String, @Nullable Object> stored) {
    Map<String, @Nullable Object> tools = new LinkedHashMap<>(sent);
    tools.replaceAll(
        (name, tool) -> {
          String key = key(tool);
          return key == null || !key.startsWith(MASK)
              ? tool
              : with(tool, meant(key, stored.get(name), stored));
        });
    return tools;
  }

  /** The key of the same tool, or of the only other one that looks like it: a tool was renamed. */
  private static String meant(
      String mask, @Nullable Object sameTool, Map<String, @Nullable Object> stored) {
    String same = key(sameTool);
    if (same != null && mask(same).equals(mask)) {
      return same;
    }
    Set<String> alike =
        stored.values().stream()
            .map(ToolSecrets::key)
            .filter(key -> key != null && mask(key).equals(mask))
            .map(String::valueOf)
            .collect(Collectors.toSet());
    if (alike.size() == 1) {
      return alike.iterator().next();
    }
    throw new Invalid(
        Map.of(
            "toolConfigs", List.of("apiKey is masked and stands for no stored key; send it whole")),
        List.of(),
        AgentRules.HINT);
  }

  private static @Nullable String key(@Nullable Object tool) {
    return tool instanceof Map<?, ?> map && map.get(KEY) instanceof String key && !key.isEmpty()
        ? key
        : null;
  }

  private static String mask(@Nullable String key) {
    return key == null || key.length() < LONG_ENOUGH
        ? MASK
        : MASK + key.substring(key.length() - SHOWN);
  }

  private static Map<Object, @Nullable Object> with(@Nullable Object tool, String key) {
    Map<Object, @Nullable Object> changed = new LinkedHashMap<>();
    if (tool instanceof Map<?, ?> map) {
      changed.putAll(map);
    }
    changed.put(KEY, key);
    return changed;
  }
}
