package dev.rapidcall.local.sandbox.ai;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What goes wrong on purpose.
 *
 * @param status answers this; 0: answers properly
 * @param nonsense answers 200 with something that is of no use
 * @param delay answers after this
 * @param times for so many requests; 0: until told otherwise
 * @param only the doors meant: {@code chat}, {@code elevenlabs}, {@code cartesia}; all when empty
 */
public record AiFaults(int status, boolean nonsense, Duration delay, int times, List<String> only) {

  public static final AiFaults NONE = new AiFaults(0, false, Duration.ZERO, 0, List.of());
  private static final Set<String> FIELDS =
      Set.of("status", "nonsense", "delayMs", "times", "only");

  public AiFaults {
    if (status != 0 && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("status must be 0 or between 400 and 599");
    }
    if (delay.isNegative() || times < 0) {
      throw new IllegalArgumentException("delayMs and times must not be negative");
    }
    only = List.copyOf(only);
  }

  /** As the control API writes them. */
  static AiFaults read(JsonNode body) {
    body.propertyNames()
        .forEach(
            name -> {
              if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("unknown field: " + name);
              }
            });
    return new AiFaults(
        body.path("status").asInt(0),
        body.path("nonsense").asBoolean(false),
        Duration.ofMillis(body.path("delayMs").asLong(0)),
        body.path("times").asInt(0),
        body.path("only").valueStream().map(JsonNode::asString).toList());
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("status", status);
    json.put("nonsense", nonsense);
    json.put("delayMs", delay.toMillis());
    json.put("times", times);
    json.put("only", only);
    return json;
  }

  boolean concerns(String door) {
    return !equals(NONE) && (only.isEmpty() || only.contains(door));
  }
}
