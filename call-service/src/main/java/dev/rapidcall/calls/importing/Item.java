package dev.rapidcall.calls.importing;

import dev.rapidcall.calls.input.StorableText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object of a file. Its fields are named in camel case or else in snake case; null is as good as
 * absent; a field of the wrong kind refuses the item.
 */
final class Item {
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final ObjectNode fields;

  private Item(ObjectNode fields) {
    this.fields = fields;
  }

  static Item of(JsonNode node) {
    if (!(storable(node) instanceof ObjectNode object)) {
      throw new RefusedException("not an object");
    }
    return new Item(object);
  }

  ObjectNode fields() {
    return fields;
  }

  @Nullable JsonNode find(String name) {
    JsonNode camel = fields.get(name);
    JsonNode found =
        camel == null
            ? fields.get(HUMP.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT))
            : camel;
    return found == null || found.isNull() ? null : found;
  }

  String text(String name, String otherwise) {
    String text = textOrNull(name);
    return text == null ? otherwise : text;
  }

  @Nullable String textOrNull(String name) {
    JsonNode found = find(name);
    if (found == null) {
      return null;
    }
    return found.isString() ? found.asString() : refuse(name, "a text");
  }

  boolean bool(String name) {
    JsonNode found = find(name);
    if (found == null) {
      return false;
    }
    return found.isBoolean() ? found.asBoolean() : Item.<Boolean>refuse(name, "a boolean");
  }

  @Nullable BigDecimal number(String name) {
    JsonNode found = find(name);
    if (found == null) {
      return null;
    }
    return found.isNumber() ? found.decimalValue() : refuse(name, "a number");
  }

  /** Milliseconds since 1970, or a text such as {@code 2026-11-02T10:15:30Z}. */
  @Nullable Instant time(String name) {
    JsonNode found = find(name);
    if (found == null) {
      return null;
    }
    Instant time = found.isNumber() ? ofMillis(found.asDouble()) : ofText(name, found);
    return time.isBefore(Instant.EPOCH) || time.isAfter(LATEST) ? refuse(name, "a time") : time;
  }

  @Nullable ObjectNode object(String name) {
    JsonNode found = find(name);
    return found == null
        ? null
        : found instanceof ObjectNode object ? object : refuse(name, "an object");
  }

  ArrayNode list(String name) {
    JsonNode found = find(name);
    if (found == null) {
      return JsonNodeFactory.instance.arrayNode();
    }
    return found instanceof ArrayNode array ? array : refuse(name, "a list");
  }

  /** A list of objects only. */
  ArrayNode objects(String name) {
    ArrayNode list = list(name);
    return list.valueStream().allMatch(JsonNode::isObject)
        ? list
        : refuse(name, "a list of objects");
  }

  /** A list of texts only. */
  ArrayNode texts(String name) {
    ArrayNode list = list(name);
    return list.valueStream().allMatch(JsonNode::isString) ? list : refuse(name, "a list of texts");
  }

  private static Instant ofMillis(double millis) {
    return Instant.ofEpochMilli((long) millis);
  }

  private static Instant ofText(String name, JsonNode found) {
    try {
      return Instant.parse(found.asString(""));
    } catch (DateTimeException e) {
      return refuse(name, "a time");
    }
  }

  private static <T> T refuse(String name, String kind) {
    throw new RefusedException(name + " is not " + kind);
  }

  /** What Postgres cannot keep is taken out of every text and name. */
  private static JsonNode storable(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object
            .properties()
            .forEach(it -> copy.set(StorableText.of(it.getKey()), storable(it.getValue())));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        array.forEach(it -> copy.add(storable(it)));
        yield copy;
      }
      default ->
          node.isString()
              ? JsonNodeFactory.instance.stringNode(StorableText.of(node.asString()))
              : node;
    };
  }
}
