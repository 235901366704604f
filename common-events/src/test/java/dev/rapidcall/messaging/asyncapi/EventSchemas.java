package dev.rapidcall.messaging.asyncapi;

import dev.rapidcall.events.Id;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON schemas of the records, by the rules by which they are written. */
final class EventSchemas {
  private final Map<String, Object> named = new TreeMap<>();

  /** The schemas that the others refer to, by name. */
  Map<String, Object> named() {
    return named;
  }

  /** The schema of an event's payload. */
  Map<String, Object> of(Class<? extends Record> type) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), schema(component.getGenericType()));
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put(
        "required",
        Arrays.stream(type.getRecordComponents())
            .filter(component -> !isNullable(component))
            .map(RecordComponent::getName)
            .toList());
    return schema;
  }

  private Map<String, Object> schema(Type type) {
    return switch (type) {
      case Class<?> plain -> ofClass(plain);
      case ParameterizedType generic -> ofGeneric(generic);
      case WildcardType wildcard -> schema(wildcard.getUpperBounds()[0]);
      default -> throw new AssertionError("no schema for " + type);
    };
  }

  private Map<String, Object> ofGeneric(ParameterizedType type) {
    if (type.getRawType() == List.class) {
      return array(schema(type.getActualTypeArguments()[0]));
    }
    if (type.getRawType() == Map.class) {
      return object(schema(type.getActualTypeArguments()[1]));
    }
    throw new AssertionError("no schema for " + type);
  }

  private static Map<String, Object> array(Map<String, Object> items) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "array");
    schema.put("items", items);
    return schema;
  }

  private static Map<String, Object> object(Map<String, Object> values) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("additionalProperties", values.isEmpty() ? Boolean.TRUE : values);
    return schema;
  }

  private Map<String, Object> ofClass(Class<?> type) {
    if (Id.class.isAssignableFrom(type)) {
      return reference(type, identifier());
    }
    if (type.isEnum()) {
      return reference(type, choice(type));
    }
    if (type.isRecord()) {
      return reference(type, of(type.asSubclass(Record.class)));
    }
    if (type == Instant.class) {
      return text("date-time");
    }
    if (type == Duration.class) {
      return text("duration");
    }
    if (type == Object.class) {
      return Map.of();
    }
    return Map.of("type", primitive(type));
  }

  private static String primitive(Class<?> type) {
    if (type == String.class) {
      return "string";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    if (type == BigDecimal.class) {
      return "number";
    }
    if (type == int.class || type == long.class || type == Long.class || type == Integer.class) {
      return "integer";
    }
    throw new AssertionError("no schema for " + type);
  }

  private Map<String, Object> reference(Class<?> type, Map<String, Object> schema) {
    Object known = named.put(type.getSimpleName(), schema);
    if (known != null && !known.equals(schema)) {
      throw new AssertionError("two types are named " + type.getSimpleName());
    }
    return Map.of("$ref", "#/components/schemas/" + type.getSimpleName());
  }

  private static Map<String, Object> identifier() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("minLength", 1);
    schema.put("maxLength", Id.MAX_LENGTH);
    return schema;
  }

  private static Map<String, Object> choice(Class<?> type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("enum", Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
    return schema;
  }

  private static Map<String, Object> text(String format) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("format", format);
    return schema;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }
}
