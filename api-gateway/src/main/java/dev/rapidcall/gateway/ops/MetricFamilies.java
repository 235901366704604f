package dev.rapidcall.gateway.ops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prometheus texts of several services put together: each family once, with the series of all. That
 * a series names its service is what keeps them apart.
 */
final class MetricFamilies {
  private static final String HELP = "# HELP ";
  private static final String TYPE = "# TYPE ";

  private final Map<String, Family> families = new LinkedHashMap<>();

  void add(String text) {
    Family current = null;
    for (String line : text.split("\n")) {
      if (line.startsWith(HELP) || line.startsWith(TYPE)) {
        current = family(line.split(" ", 4)[2]);
        current.say(line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        Family owner = current == null ? family(line.split("[{ ]", 2)[0]) : current;
        owner.series().add(line);
      }
    }
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Family family : families.values()) {
      family.header().values().forEach(line -> text.append(line).append('\n'));
      family.series().forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  private Family family(String name) {
    return families.computeIfAbsent(
        name, key -> new Family(new LinkedHashMap<>(), new ArrayList<>()));
  }

  /** One metric: what it is, said by the first service that has it, and its series. */
  private record Family(Map<String, String> header, List<String> series) {

    void say(String line) {
      header.putIfAbsent(line.substring(0, HELP.length()), line);
    }
  }
}
