package dev.rapidcall.calls.input;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time in a query: whole milliseconds since 1970. */
public final class EpochMillis {
  private static final Pattern WHOLE = Pattern.compile("\\d{1,15}");

  private EpochMillis() {}

  /** Empty for whatever is no such number. */
  public static Optional<Instant> read(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(it -> WHOLE.matcher(it).matches())
        .map(it -> Instant.ofEpochMilli(Long.parseLong(it)));
  }
}
