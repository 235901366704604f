package dev.rapidcall.calls.input;

import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with an input. */
final class Problems {
  private final Map<String, List<String>> byField = new LinkedHashMap<>();

  void add(String field, String problem) {
    byField.computeIfAbsent(field, name -> new ArrayList<>()).add(problem);
  }

  void refuse(Map<String, ?> extras) {
    if (!byField.isEmpty()) {
      throw new Invalid(byField, List.of(), extras);
    }
  }
}
