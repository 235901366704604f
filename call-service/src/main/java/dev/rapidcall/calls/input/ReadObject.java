package dev.rapidcall.calls.input;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON object by rules. What no rule names is dropped; what is absent stays absent; what
 * breaks a rule is told under the top-level field it lies in.
 */
final class ReadObject implements InputObject {
  private final JsonNode node;
  private final String topLevel;
  private final Problems problems;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  ReadObject(JsonNode node, String topLevel, Problems problems) {
    this.node = node;
    this.topLevel = topLevel;
    this.problems = problems;
  }

  Map<String, @Nullable Object> values() {
    return values;
  }

  @Override
  public InputObject require(String name) {
    if (!node.has(name)) {
      problems.add(top(name), "Required");
    }
    return this;
  }

  @Override
  public InputObject text(String name, int min, int max) {
    return take(name, value -> textOf(name, value, min, max));
  }

  @Override
  public InputObject storableText(String name, int min, int max) {
    return take(
        name,
        value ->
            value.isString()
                ? bounded(name, StorableText.of(value.asString()), min, max)
                : refuse(name, "must be a text"));
  }

  @Override
  public InputObject textOrNull(String name, int min, int max) {
    if (isNull(name)) {
      values.put(name, null);
      return this;
    }
    return text(name, min, max);
  }

  @Override
  public InputObject oneOf(String name, String... words) {
    return take(
        name,
        value ->
            value.isString() && List.of(words).contains(value.asString())
                ? value.asString()
                : refuse(name, "must be one of " + String.join(", ", words)));
  }

  @Override
  public InputObject number(String name, double min, double max) {
    return take(
        name,
        value ->
            value.isNumber() && value.asDouble() >= min && value.asDouble() <= max
                ? plain(value)
                : refuse(name, "must be a number from " + plain(min) + " to " + plain(max)));
  }

  @Override
  public InputObject integer(String name, int min, int max) {
    return take(
        name,
        value ->
            value.isNumber()
                    && value.asDouble() == Math.rint(value.asDouble())
                    && value.asDouble() >= min
                    && value.asDouble() <= max
                ? (Object) (int) value.asDouble()
                : refuse(name, "must be a whole number from " + min + " to " + max));
  }

  @Override
  public InputObject bool(String name) {
    return take(
        name, value -> value.isBoolean() ? value.asBoolean() : refuse(name, "must be a boolean"));
  }

  @Override
  public InputObject object(String name, Consumer<InputObject> rules) {
    return take(name, value -> objectOf(name, value, rules));
  }

  @Override
  public InputObject objectOrNull(String name, Consumer<InputObject> rules) {
    if (isNull(name)) {
      values.put(name, null);
      return this;
    }
    return object(name, rules);
  }

  @Override
  public InputObject anyObject(String name) {
    return take(name, value -> value.isObject() ? value : refuse(name, "must be an object"));
  }

  @Override
  public InputObject mapOfObjects(String name, Consumer<InputObject> rules) {
    return take(name, value -> mapOf(name, value, each -> objectOf(name, each, rules)));
  }

  @Override
  public InputObject mapOfTexts(String name) {
    return take(
        name, value -> mapOf(name, value, each -> textOf(name, each, 0, Integer.MAX_VALUE)));
  }

  @Override
  public InputObject texts(String name, int maxItems, int minLength, int maxLength) {
    return take(
        name,
        value -> listOf(name, value, maxItems, each -> textOf(name, each, minLength, maxLength)));
  }

  @Override
  public InputObject objects(String name, int maxItems, Consumer<InputObject> rules) {
    return take(name, value -> listOf(name, value, maxItems, each -> objectOf(name, each, rules)));
  }

  private boolean isNull(String name) {
    return node.has(name) && node.get(name).isNull();
  }

  private interface Reader {
    @Nullable Object read(JsonNode value);
  }

  private ReadObject take(String name, Reader reader) {
    if (node.has(name)) {
      values.put(name, reader.read(node.get(name)));
    }
    return this;
  }

  private @Nullable Object textOf(String name, JsonNode value, int min, int max) {
    if (!value.isString()) {
      return refuse(name, "must be a text");
    }
    if (holdsNul(value.asString())) {
      return refuse(name, "must not hold the character NUL");
    }
    return bounded(name, value.asString(), min, max);
  }

  private @Nullable Object bounded(String name, String text, int min, int max) {
    return text.length() < min || text.length() > max
        ? refuse(name, "must have " + min + " to " + max + " characters")
        : text;
  }

  private @Nullable Object objectOf(String name, JsonNode value, Consumer<InputObject> rules) {
    if (!value.isObject()) {
      return refuse(name, "must be an object");
    }
    ReadObject inner = new ReadObject(value, top(name), problems);
    rules.accept(inner);
    return inner.values;
  }

  private @Nullable Object mapOf(String name, JsonNode value, Reader reader) {
    if (!value.isObject()) {
      return refuse(name, "must be an object");
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    value.properties().forEach(each -> map.put(each.getKey(), reader.read(each.getValue())));
    if (map.keySet().stream().anyMatch(ReadObject::holdsNul)) {
      return refuse(name, "must not hold the character NUL");
    }
    return map;
  }

  private @Nullable Object listOf(String name, JsonNode value, int maxItems, Reader reader) {
    if (!value.isArray() || value.size() > maxItems) {
      return refuse(name, "must be a list of at most " + maxItems);
    }
    List<@Nullable Object> list = new ArrayList<>();
    value.values().forEach(each -> list.add(reader.read(each)));
    return list;
  }

  private @Nullable Object refuse(String name, String problem) {
    problems.add(top(name), problem);
    return null;
  }

  /** Postgres keeps no NUL in a text. */
  private static boolean holdsNul(String text) {
    return text.indexOf('\0') >= 0;
  }

  private String top(String name) {
    return topLevel.isEmpty() ? name : topLevel;
  }

  private static Object plain(JsonNode number) {
    return number.numberValue();
  }

  private static String plain(double bound) {
    return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
  }
}
