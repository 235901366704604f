package dev.rapidcall.calls.analysis;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something an agent's owner wants to know of every call.
 *
 * @param type {@code text}, {@code selector}, {@code boolean} or {@code number}
 * @param options what a selector may be
 */
record ExtractionField(String type, String name, String description, List<String> options) {

  /** The fields that an agent's settings name; one without a name is none. */
  static List<ExtractionField> of(List<Object> settings) {
    return settings.stream()
        .<Map<?, ?>>mapMulti(
            (field, sink) -> {
              if (field instanceof Map<?, ?> map) {
                sink.accept(map);
              }
            })
        .map(
            field ->
                new ExtractionField(
                    text(field.get("type")),
                    text(field.get("name")),
                    text(field.get("description")),
                    texts(field.get("options"))))
        .filter(field -> !field.name().isBlank())
        .toList();
  }

  /** As the API shows a result; what does not fit the type is null. */
  Map<String, @Nullable Object> result(JsonNode answered) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("name", name);
    result.put("value", value(answered));
    if (!description.isBlank()) {
      result.put("description", description);
    }
    return result;
  }

  private @Nullable Object value(JsonNode answered) {
    if (!answered.isValueNode() || answered.isNull()) {
      return null;
    }
    String text = answered.asString().strip();
    return switch (type) {
      case "boolean" -> flag(text);
      case "number" -> number(text);
      case "selector" -> option(text);
      default -> text.isEmpty() ? null : text;
    };
  }

  private @Nullable Object option(String text) {
    return options.stream().filter(text::equalsIgnoreCase).findFirst().orElse(null);
  }

  private static @Nullable Object flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> null;
    };
  }

  private static @Nullable Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list
        ? list.stream().flatMap(each -> each instanceof String s ? Stream.of(s) : null).toList()
        : List.of();
  }
}
