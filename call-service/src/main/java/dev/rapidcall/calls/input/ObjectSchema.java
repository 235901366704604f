package dev.rapidcall.calls.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Says rules as JSON Schema instead of reading by them; equal rules give equal texts. */
final class ObjectSchema implements InputObject {
  private final List<String> required = new ArrayList<>();
  private final Map<String, Object> properties = new LinkedHashMap<>();

  private ObjectSchema() {}

  static Map<String, Object> of(Consumer<InputObject> rules) {
    ObjectSchema schema = new ObjectSchema();
    rules.accept(schema);
    Map<String, Object> object = new TreeMap<>();
    object.put("type", "object");
    if (!schema.required.isEmpty()) {
      object.put("required", schema.required);
    }
    object.put("properties", schema.properties);
    return object;
  }

  @Override
  public InputObject require(String name) {
    required.add(name);
    return this;
  }

  @Override
  public InputObject text(String name, int min, int max) {
    return put(name, textOf("string", min, max));
  }

  @Override
  public InputObject storableText(String name, int min, int max) {
    return text(name, min, max);
  }

  @Override
  public InputObject textOrNull(String name, int min, int max) {
    return put(name, textOf(List.of("string", "null"), min, max));
  }

  @Override
  public InputObject oneOf(String name, String... words) {
    return put(name, Map.of("type", "string", "enum", List.of(words)));
  }

  @Override
  public InputObject number(String name, double min, double max) {
    return put(name, Map.of("type", "number", "minimum", min, "maximum", max));
  }

  @Override
  public InputObject integer(String name, int min, int max) {
    return put(name, Map.of("type", "integer", "minimum", min, "maximum", max));
  }

  @Override
  public InputObject bool(String name) {
    return put(name, Map.of("type", "boolean"));
  }

  @Override
  public InputObject object(String name, Consumer<InputObject> rules) {
    return put(name, of(rules));
  }

  @Override
  public InputObject objectOrNull(String name, Consumer<InputObject> rules) {
    Map<String, Object> object = of(rules);
    object.put("type", List.of("object", "null"));
    return put(name, object);
  }

  @Override
  public InputObject anyObject(String name) {
    return put(name, Map.of("type", "object"));
  }

  @Override
  public InputObject mapOfObjects(String name, Consumer<InputObject> rules) {
    return put(name, Map.of("type", "object", "additionalProperties", of(rules)));
  }

  @Override
  public InputObject mapOfTexts(String name) {
    return put(name, Map.of("type", "object", "additionalProperties", Map.of("type", "string")));
  }

  @Override
  public InputObject texts(String name, int maxItems, int minLength, int maxLength) {
    return put(name, listOf(maxItems, textOf("string", minLength, maxLength)));
  }

  @Override
  public InputObject objects(String name, int maxItems, Consumer<InputObject> rules) {
    return put(name, listOf(maxItems, of(rules)));
  }

  private ObjectSchema put(String name, Map<String, Object> schema) {
    properties.put(name, new TreeMap<>(schema));
    return this;
  }

  private static Map<String, Object> textOf(Object type, int min, int max) {
    Map<String, Object> text = new TreeMap<>();
    text.put("type", type);
    if (min > 0) {
      text.put("minLength", min);
    }
    if (max < Integer.MAX_VALUE) {
      text.put("maxLength", max);
    }
    return text;
  }

  private static Map<String, Object> listOf(int maxItems, Map<String, Object> items) {
    return Map.of("type", "array", "maxItems", maxItems, "items", items);
  }
}
