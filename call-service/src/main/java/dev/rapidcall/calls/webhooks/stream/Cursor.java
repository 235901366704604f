package dev.rapidcall.calls.webhooks.stream;

import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a workspace's stream, as customers hold it. */
record Cursor(long seq) {
  private static final Pattern PLACE = Pattern.compile("\\d{1,18}");

  /** Before the first event, where nothing is said. */
  static Cursor read(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return new Cursor(0);
    }
    if (!PLACE.matcher(text).matches()) {
      throw Invalid.field(field, "must be a cursor from an earlier answer");
    }
    return new Cursor(Long.parseLong(text));
  }

  @Override
  public String toString() {
    return Long.toString(seq);
  }
}
