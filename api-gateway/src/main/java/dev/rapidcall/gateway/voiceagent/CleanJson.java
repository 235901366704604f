package dev.rapidcall.gateway.voiceagent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A free JSON value, such as a tool's result, that every store can keep. */
final class CleanJson {
  private static final int DEEPEST = 64;
  private static final int LONGEST_TEXT = 100_000;

  private CleanJson() {}

  static @Nullable Object of(@Nullable Object value) {
    return of(value, 0);
  }

  private static @Nullable Object of(@Nullable Object value, int depth) {
    return switch (value) {
      case String text -> CleanText.of(text, LONGEST_TEXT);
      case Map<?, ?> object -> depth < DEEPEST ? object(object, depth) : null;
      case List<?> list -> depth < DEEPEST ? list(list, depth) : null;
      case null -> null;
      default -> value;
    };
  }

  private static Map<String, @Nullable Object> object(Map<?, ?> object, int depth) {
    Map<String, @Nullable Object> clean = new LinkedHashMap<>();
    object.forEach(
        (key, value) ->
            clean.put(CleanText.of(String.valueOf(key), LONGEST_TEXT), of(value, depth + 1)));
    return clean;
  }

  private static List<@Nullable Object> list(List<?> list, int depth) {
    List<@Nullable Object> clean = new ArrayList<>(list.size());
    list.forEach(value -> clean.add(of(value, depth + 1)));
    return clean;
  }
}
