package dev.rapidcall.service.environment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service says about one variable, such as {@code url required}, {@code secrets required
 * min:32} or {@code one-of:true|false|require}. {@code min} is the least length of a secret (of
 * each one in a list) and the least value of an integer. {@code advised} is the length of a secret
 * under which its operator is warned.
 */
record VariableSpec(
    VariableType type, boolean required, int minimum, int advised, List<String> choices) {

  static VariableSpec parse(String text) {
    VariableType type = VariableType.TEXT;
    boolean required = false;
    int minimum = Integer.MIN_VALUE;
    int advised = 0;
    List<String> choices = List.of();
    for (String word : text.trim().split("\\s+")) {
      if (word.equals("required")) {
        required = true;
      } else if (word.startsWith("min:")) {
        minimum = Integer.parseInt(word.substring("min:".length()));
      } else if (word.startsWith("advised:")) {
        advised = Integer.parseInt(word.substring("advised:".length()));
      } else if (word.startsWith("one-of:")) {
        choices = List.of(word.substring("one-of:".length()).split("\\|"));
      } else {
        type = VariableType.named(word);
      }
    }
    return new VariableSpec(type, required, minimum, advised, choices);
  }

  /** What is wrong with the value of the variable; its value is never part of the answer. */
  Optional<String> problem(String name, @Nullable String value) {
    String text = value == null ? "" : value.trim();
    if (text.isEmpty()) {
      return required ? Optional.of(name + " is missing") : Optional.empty();
    }
    if (!choices.isEmpty() && !choices.contains(text)) {
      return Optional.of(name + " must be one of " + String.join(", ", choices));
    }
    if (!type.accepts(text)) {
      return Optional.of(name + " must be " + type.expectation());
    }
    return isTooSmall(text) ? Optional.of(name + tooSmall()) : Optional.empty();
  }

  /** What would be better; without the value, like a problem. */
  Optional<String> advice(String name, @Nullable String value) {
    boolean isShort =
        value != null
            && !value.isBlank()
            && Arrays.stream(value.split(",")).anyMatch(one -> one.trim().length() < advised);
    return isShort
        ? Optional.of(name + " should have at least " + advised + " characters")
        : Optional.empty();
  }

  private boolean isTooSmall(String text) {
    return switch (type) {
      case INTEGER -> Integer.parseInt(text) < minimum;
      case SECRET -> text.length() < minimum;
      case SECRETS -> Arrays.stream(text.split(",")).anyMatch(s -> s.trim().length() < minimum);
      default -> false;
    };
  }

  private String tooSmall() {
    return type == VariableType.INTEGER
        ? " must be at least " + minimum
        : " must have at least " + minimum + " characters";
  }
}
