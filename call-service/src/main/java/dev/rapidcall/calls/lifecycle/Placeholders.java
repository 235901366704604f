package dev.rapidcall.calls.lifecycle;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values into a prompt for {@code {{Name}}}; an unknown name becomes empty. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

  private Placeholders() {}

  static String fill(String prompt, Map<String, ? extends @Nullable Object> values) {
    return PLACEHOLDER
        .matcher(prompt)
        .replaceAll(match -> Matcher.quoteReplacement(value(values.get(match.group(1).strip()))));
  }

  private static String value(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
