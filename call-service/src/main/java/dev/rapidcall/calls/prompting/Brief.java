package dev.rapidcall.calls.prompting;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a person says of the business that an agent shall serve. */
record Brief(Map<String, @Nullable Object> answers) {
  private static final int TEMPLATE_ID = 40;

  /** Every question with the longest answer to it, in the order in which they are shown. */
  private static final Map<String, Integer> LONGEST = longest();

  /** A template and the answers that were given. */
  static final class Rules implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      fields.require("templateId").text("templateId", 1, TEMPLATE_ID);
      LONGEST.forEach((name, length) -> fields.text(name, 0, length));
    }
  }

  static Brief read(@Nullable JsonNode body) {
    return new Brief(InputObject.read(body, Map.of(), new Rules()));
  }

  /** One line per answer; what was left blank is left out. */
  String text() {
    return answers.entrySet().stream()
        .filter(answer -> answer.getValue() instanceof String text && !text.isBlank())
        .map(answer -> label(answer.getKey()) + ": " + answer.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** {@code bookingLink} becomes {@code booking link}. */
  private static String label(String name) {
    StringBuilder label = new StringBuilder();
    name.chars()
        .forEach(
            c -> {
              if (Character.isUpperCase(c)) {
                label.append(' ');
              }
              label.append((char) Character.toLowerCase(c));
            });
    return label.toString();
  }

  private static Map<String, Integer> longest() {
    Map<String, Integer> longest = new LinkedHashMap<>();
    longest.put("agentName", 120);
    longest.put("businessName", 120);
    longest.put("industry", 120);
    longest.put("location", 120);
    longest.put("languages", 120);
    longest.put("timezone", 60);
    longest.put("primaryGoal", 600);
    longest.put("targetCustomer", 240);
    longest.put("greetingStyle", 240);
    longest.put("hours", 240);
    longest.put("tone", 40);
    longest.put("offerings", 1200);
    longest.put("disallowed", 1200);
    longest.put("escalation", 1200);
    longest.put("bookingLink", 300);
    longest.put("requiredFields", 400);
    longest.put("faqs", 2000);
    longest.put("policies", 2000);
    longest.put("extra", 2500);
    return longest;
  }
}
