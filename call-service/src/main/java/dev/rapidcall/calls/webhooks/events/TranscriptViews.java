package dev.rapidcall.calls.webhooks.events;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One transcript in the three shapes that customers get. Only what was said is a line; tool calls
 * are entries of their own kind.
 */
final class TranscriptViews {
  private static final String AGENT = "agent";

  private TranscriptViews() {}

  /** Lines {@code Agent: …} and {@code User: …}. */
  static String text(List<JsonNode> items) {
    return items.stream()
        .filter(TranscriptViews::wasSaid)
        .map(item -> (role(item).equals(AGENT) ? "Agent: " : "User: ") + text(item))
        .collect(Collectors.joining("\n"));
  }

  /** What was said. */
  static List<Map<String, @Nullable Object>> utterances(List<JsonNode> items) {
    return items.stream().filter(TranscriptViews::wasSaid).map(TranscriptViews::utterance).toList();
  }

  /** What was said and which tools the agent used, in order. */
  static List<Map<String, @Nullable Object>> withToolCalls(List<JsonNode> items) {
    return items.stream()
        .filter(item -> wasSaid(item) || isTool(item))
        .map(item -> isTool(item) ? tool(item) : utterance(item))
        .toList();
  }

  private static Map<String, @Nullable Object> utterance(JsonNode item) {
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("role", role(item));
    entry.put("content", text(item));
    entry.put("words", List.of());
    return entry;
  }

  /** Arguments and results are JSON texts: what tools take and give has no common shape. */
  private static Map<String, @Nullable Object> tool(JsonNode item) {
    boolean invocation = isInvocation(item);
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    entry.put("role", invocation ? "tool_call_invocation" : "tool_call_result");
    entry.put("tool_call_id", item.path("toolCallId").asString(""));
    if (invocation || item.has("toolName")) {
      entry.put("name", item.path("toolName").asString(""));
    }
    entry.put(
        invocation ? "arguments" : "content",
        item.path(invocation ? "input" : "result").toString());
    return entry;
  }

  private static boolean wasSaid(JsonNode item) {
    return !isTool(item) && !text(item).isBlank();
  }

  private static boolean isTool(JsonNode item) {
    return isInvocation(item) || kind(item).equals("tool_result");
  }

  private static boolean isInvocation(JsonNode item) {
    return kind(item).equals("tool_invocation");
  }

  private static String kind(JsonNode item) {
    return item.path("kind").asString("");
  }

  private static String role(JsonNode item) {
    return item.path("role").asString("").equals(AGENT) ? AGENT : "user";
  }

  private static String text(JsonNode item) {
    return item.path("text").asString("");
  }
}
