package dev.rapidcall.gateway.voiceagent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes a transcript as it is sent and keeps what is of use. One bad item must not cost the whole
 * transcript, and with it the end of a call: too long is cut, useless is dropped.
 */
final class TranscriptSanitizer {
  private static final int MOST_ITEMS = 10_000;
  private static final int LONGEST_TEXT = 5_000;
  private static final int LONGEST_SPEAKER = 120;
  private static final int LONGEST_TOOL_NAME = 80;

  private TranscriptSanitizer() {}

  /** The items worth keeping, in order; of too many the last. */
  static List<Map<String, @Nullable Object>> sanitize(@Nullable Object transcript) {
    if (!(transcript instanceof List<?> items)) {
      return List.of();
    }
    List<Map<String, @Nullable Object>> kept =
        items.stream().map(TranscriptSanitizer::item).filter(Objects::nonNull).toList();
    return kept.size() <= MOST_ITEMS ? kept : kept.subList(kept.size() - MOST_ITEMS, kept.size());
  }

  private static @Nullable Map<String, @Nullable Object> item(@Nullable Object sent) {
    if (!(sent instanceof Map<?, ?> item)) {
      return null;
    }
    Object kind = item.get("kind");
    if ("tool_invocation".equals(kind)) {
      return tool(item, "tool_invocation", "input");
    }
    if ("tool_result".equals(kind)) {
      return tool(item, "tool_result", "result");
    }
    return utterance(item);
  }

  private static @Nullable Map<String, @Nullable Object> tool(
      Map<?, ?> item, String kind, String content) {
    String id = text(item.get("toolCallId"), LONGEST_TOOL_NAME);
    String name = text(item.get("toolName"), LONGEST_TOOL_NAME);
    if (id.isBlank() && name.isBlank() && item.get(content) == null) {
      return null;
    }
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    kept.put("kind", kind);
    kept.put("toolCallId", id);
    if (!name.isBlank()) {
      kept.put("toolName", name);
    }
    kept.put(content, item.get(content) == null ? Map.of() : CleanJson.of(item.get(content)));
    return kept;
  }

  private static @Nullable Map<String, @Nullable Object> utterance(Map<?, ?> item) {
    String text = text(item.get("text"), LONGEST_TEXT);
    if (text.isBlank()) {
      return null;
    }
    String speaker = text(item.get("speaker"), LONGEST_SPEAKER);
    String role = role(text(item.get("role"), LONGEST_SPEAKER), speaker);
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    kept.put("speaker", speaker.isBlank() ? (role.equals("agent") ? "Agent" : "User") : speaker);
    kept.put("role", role);
    kept.put("text", text);
    if (item.get("final") instanceof Boolean last) {
      kept.put("final", last);
    }
    if (item.get("firstReceivedTime") instanceof Number time) {
      kept.put("firstReceivedTime", time);
    }
    return kept;
  }

  private static String role(String role, String speaker) {
    return switch (role) {
      case "agent", "user" -> role;
      case "assistant" -> "agent";
      default -> speaker.equalsIgnoreCase("agent") ? "agent" : "user";
    };
  }

  private static String text(@Nullable Object value, int longest) {
    return value instanceof String text ? CleanText.of(text, longest) : "";
  }
}
