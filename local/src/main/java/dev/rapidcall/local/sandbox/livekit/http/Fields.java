package dev.rapidcall.local.sandbox.livekit.http;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads a JSON object field by field and complains about what is wrong or unknown. */
final class Fields {

  private final String path;
  private final JsonNode object;
  private final Set<String> read = new HashSet<>();

  Fields(String path, JsonNode object) {
    if (!object.isMissingNode() && !object.isObject()) {
      throw new IllegalArgumentException((path.isEmpty() ? "body" : path) + " must be an object");
    }
    this.path = path;
    this.object = object;
  }

  Optional<JsonNode> get(String name) {
    read.add(name);
    return Optional.of(object.path(name))
        .filter(value -> !value.isMissingNode() && !value.isNull());
  }

  Fields object(String name) {
    read.add(name);
    return new Fields(at(name), object.path(name));
  }

  Optional<String> text(String name) {
    return get(name)
        .map(value -> check(value.isString(), value, name, "a text"))
        .map(JsonNode::asString);
  }

  Optional<Double> number(String name) {
    return get(name)
        .map(value -> check(value.isNumber(), value, name, "a number"))
        .map(JsonNode::asDouble);
  }

  int integer(String name, int otherwise) {
    return get(name)
        .map(value -> check(value.isInt(), value, name, "a whole number"))
        .map(JsonNode::asInt)
        .orElse(otherwise);
  }

  boolean flag(String name) {
    return get(name)
        .map(value -> check(value.isBoolean(), value, name, "true or false"))
        .map(JsonNode::asBoolean)
        .orElse(false);
  }

  List<String> texts(String name) {
    return items(name).stream()
        .map(value -> check(value.isString(), value, name, "a list of texts").asString())
        .toList();
  }

  List<JsonNode> items(String name) {
    return get(name)
        .map(value -> check(value.isArray(), value, name, "a list"))
        .map(list -> list.valueStream().toList())
        .orElse(List.of());
  }

  Optional<Duration> seconds(String name) {
    return number(name).map(seconds -> nanos(name, seconds * 1e9));
  }

  Optional<Duration> millis(String name) {
    return number(name).map(millis -> nanos(name, millis * 1e6));
  }

  /** Every field there is must have been asked for. */
  void noOthers() {
    object
        .propertyNames()
        .forEach(
            name -> {
              if (!read.contains(name)) {
                throw new IllegalArgumentException("unknown field: " + at(name));
              }
            });
  }

  private Duration nanos(String name, double nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException(at(name) + " must not be negative");
    }
    return Duration.ofNanos((long) nanos);
  }

  private JsonNode check(boolean right, JsonNode value, String name, String wanted) {
    if (!right) {
      throw new IllegalArgumentException(at(name) + " must be " + wanted);
    }
    return value;
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
