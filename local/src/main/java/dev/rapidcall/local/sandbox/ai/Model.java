package dev.rapidcall.local.sandbox.ai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model that only looks for words. It finds out what it is asked from the JSON that the
 * instructions want, and answers from the transcript it is given.
 */
final class Model {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

  private Model() {}

  static String answer(String instructions, String material) {
    Talk talk = Talk.in(material);
    if (instructions.contains("call_summary")) {
      return JSON.writeValueAsString(summary(talk));
    }
    if (instructions.contains("\"values\"")) {
      return JSON.writeValueAsString(Map.of("values", values(material, talk)));
    }
    if (instructions.contains("\"score\"")) {
      return JSON.writeValueAsString(judgement(talk));
    }
    return prompt(material);
  }

  private static Map<String, @Nullable Object> summary(Talk talk) {
    boolean good = !talk.caller().isEmpty() && !talk.says("complain", "angry", "terrible");
    Map<String, @Nullable Object> summary = new LinkedHashMap<>();
    summary.put(
        "call_summary",
        talk.caller().isEmpty()
            ? "The caller said nothing."
            : "The caller said: \"%s\" The agent answered %d times."
                .formatted(talk.caller().getFirst(), talk.agent().size()));
    summary.put("in_voicemail", talk.says("voicemail", "after the tone", "leave a message"));
    summary.put("user_sentiment", good ? talk.says("thank") ? "positive" : "neutral" : "negative");
    summary.put("call_successful", good && !talk.agent().isEmpty());
    return summary;
  }

  private static Map<String, Object> judgement(Talk talk) {
    int turns = Math.min(talk.caller().size(), talk.agent().size());
    Map<String, Object> judgement = new LinkedHashMap<>();
    judgement.put("score", Math.min(95, 60 + 7 * turns));
    judgement.put("summary", "The agent answered in " + turns + " turns.");
    judgement.put("strengths", List.of("It let the caller finish."));
    judgement.put("issues", turns > 1 ? List.of() : List.of("There was hardly any conversation."));
    judgement.put("suggestedFixes", List.of("Have it repeat what was agreed."));
    judgement.put("nextTests", List.of("A caller who changes his mind."));
    return judgement;
  }

  private static Map<String, @Nullable Object> values(String material, Talk talk) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    JsonNode fields = fields(material);
    fields
        .valueStream()
        .forEach(field -> values.put(field.path("name").asString(""), value(field, talk)));
    return values;
  }

  private static @Nullable Object value(JsonNode field, Talk talk) {
    List<String> words = new ArrayList<>(List.of(field.path("name").asString("").split("\\W+|_")));
    return switch (field.path("type").asString("text")) {
      case "boolean" -> talk.says(words.toArray(String[]::new));
      case "number" -> number(String.join(" ", talk.caller()));
      case "selector" ->
          field
              .path("options")
              .valueStream()
              .map(JsonNode::asString)
              .filter(talk::says)
              .findFirst()
              .orElse(null);
      default -> talk.caller().isEmpty() ? null : talk.caller().getLast();
    };
  }

  private static @Nullable Object number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.find() ? Double.valueOf(number.group()) : null;
  }

  /** The line that is a JSON list. */
  private static JsonNode fields(String material) {
    return material
        .lines()
        .filter(line -> line.startsWith("["))
        .findFirst()
        .map(JSON::readTree)
        .orElseGet(JSON::createArrayNode);
  }

  private static String prompt(String brief) {
    return """
    Who you are
    You are a voice agent. This is what you know of whom you speak for:
    %s

    How you talk
    One short question at a time. Say numbers and times slowly. Repeat what was agreed.

    How you end
    Ask whether there is anything else, thank the caller and end the call."""
        .formatted(brief.strip());
  }

  /** Who said what, in the order it was said. */
  private record Talk(List<String> caller, List<String> agent) {

    static Talk in(String material) {
      return new Talk(by("USER:", material), by("AGENT:", material));
    }

    boolean says(String... words) {
      String all =
          (String.join(" ", caller) + " " + String.join(" ", agent)).toLowerCase(Locale.ROOT);
      for (String word : words) {
        if (!word.isBlank() && all.contains(word.toLowerCase(Locale.ROOT))) {
          return true;
        }
      }
      return false;
    }

    private static List<String> by(String who, String material) {
      return material
          .lines()
          .filter(line -> line.startsWith(who))
          .map(line -> line.substring(who.length()).strip())
          .toList();
    }
  }
}
