package dev.rapidcall.local.sandbox.livekit;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A webhook's body path by path: what kind of value lies at each, and the value itself where it is
 * one of a few (states, kinds, reasons, flags, counts).
 */
final class Shape {

  private static final Pattern ID = Pattern.compile("(RM|PA|TR|EG|EV)_[A-Za-z0-9]+");
  private static final Map<Integer, String> UNITS =
      Map.of(10, "seconds", 13, "milliseconds", 16, "microseconds", 19, "nanoseconds");
  private static final Set<String> NO_TIME = Set.of("size", "duration");
  private static final Set<String> NOT_COMPARED = Set.of("version");
  private static final Set<String> EXACT =
      Set.of(
          "event",
          "state",
          "kind",
          "disconnectReason",
          "status",
          "details",
          "sourceType",
          "fileType",
          "source",
          "mime",
          "mimeType",
          "mid",
          "stream",
          "backupCodecPolicy",
          "accessKey",
          "secret",
          "region");

  private Shape() {}

  static SortedMap<String, String> of(JsonNode body) {
    SortedMap<String, String> shape = new TreeMap<>();
    describe("", "", body, shape);
    return shape;
  }

  private static void describe(String path, String name, JsonNode node, Map<String, String> shape) {
    if (node.isObject()) {
      node.propertyStream()
          .forEach(
              field ->
                  describe(path + "." + field.getKey(), field.getKey(), field.getValue(), shape));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        describe(path + "[" + i + "]", name, node.get(i), shape);
      }
    } else {
      shape.put(path, kind(name, node));
    }
  }

  private static String kind(String name, JsonNode node) {
    if (node.isString()) {
      return text(name, node.asString());
    }
    return NOT_COMPARED.contains(name) ? "number" : node.toString();
  }

  private static String text(String name, String value) {
    if (EXACT.contains(name)) {
      return "'" + value + "'";
    }
    if (value.chars().allMatch(Character::isDigit) && !value.isEmpty()) {
      return NO_TIME.contains(name)
          ? "64-bit number"
          : UNITS.getOrDefault(value.length(), "digits");
    }
    Matcher id = ID.matcher(value);
    return id.matches() ? id.group(1) + " of " + value.length() + " characters" : "text";
  }
}
