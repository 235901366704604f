package dev.rapidcall.calls.agents;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values into a text for {@code {{Name}}}; an unknown name becomes empty. */
public final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

  private Placeholders() {}

  /** The text with its values; what a value contains is not looked into again. */
  public static String fill(String text, Map<String, ? extends @Nullable Object> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(values.get(match.group(1).strip()))));
  }

  private static String value(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
