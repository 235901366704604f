package dev.rapidcall.calls.history;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A transcript as a page shows it: what the tools did gets a speaker and a text, else it is an
 * empty bubble there. What is kept stays as the agent reported it.
 */
final class ShownTranscript {
  private static final String SPEAKER = "Tool";
  private static final int LONGEST = 200;

  private ShownTranscript() {}

  static JsonNode of(JsonNode items) {
    var shown = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> shown.add(shown(item)));
    return shown;
  }

  private static JsonNode shown(JsonNode item) {
    return switch (item.path("kind").asString("")) {
      case "tool_invocation" -> told(item, "was used", item.path("input"));
      case "tool_result" -> told(item, "answered", item.path("result"));
      default -> item;
    };
  }

  private static JsonNode told(JsonNode item, String did, JsonNode content) {
    if (!(item instanceof ObjectNode tool) || tool.hasNonNull("text")) {
      return item;
    }
    String name = item.path("toolName").asString("");
    String what = content.isEmpty() ? "" : ": " + content;
    String text = (name.isBlank() ? "a tool" : name) + " " + did + what;
    return tool.deepCopy()
        .put("speaker", SPEAKER)
        .put("text", text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…");
  }
}
