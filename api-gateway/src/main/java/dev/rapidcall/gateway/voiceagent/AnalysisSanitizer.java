package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.events.CallLifecycleEvent.AgentAnalysis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes the analysis that an agent sends with its end: what is of no use must not cost the end. */
final class AnalysisSanitizer {
  private static final int MOST_RESULTS = 100;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TEXT = 5_000;

  private AnalysisSanitizer() {}

  /** What is worth keeping, or null if nothing was sent. */
  static @Nullable AgentAnalysis sanitize(Map<String, @Nullable Object> body) {
    String status = text(body.get("analysisStatus"), LONGEST_NAME);
    List<Map<String, @Nullable Object>> results = results(body.get("postCallExtractionResults"));
    return status.isBlank() && results.isEmpty()
        ? null
        : new AgentAnalysis(status.isBlank() ? null : status, results);
  }

  private static List<Map<String, @Nullable Object>> results(@Nullable Object sent) {
    return sent instanceof List<?> items
        ? items.stream()
            .map(AnalysisSanitizer::result)
            .filter(Objects::nonNull)
            .limit(MOST_RESULTS)
            .toList()
        : List.of();
  }

  private static @Nullable Map<String, @Nullable Object> result(@Nullable Object sent) {
    if (!(sent instanceof Map<?, ?> item)) {
      return null;
    }
    String name = text(item.get("name"), LONGEST_NAME);
    if (name.isBlank()) {
      return null;
    }
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    kept.put("name", name);
    kept.put("value", value(item.get("value")));
    String description = text(item.get("description"), LONGEST_TEXT);
    if (!description.isBlank()) {
      kept.put("description", description);
    }
    return kept;
  }

  private static @Nullable Object value(@Nullable Object sent) {
    return switch (sent) {
      case String text -> CleanText.of(text, LONGEST_TEXT);
      case Number number -> number;
      case Boolean flag -> flag;
      case null -> null;
      default -> null;
    };
  }

  private static String text(@Nullable Object value, int longest) {
    return value instanceof String text ? CleanText.of(text, longest) : "";
  }
}
