package dev.rapidcall.calls.input;

import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of a query that are read by rules; what is blank was not said. */
public final class InputQuery {
  private final Problems problems = new Problems();

  /**
   * Reads one parameter.
   *
   * @param rule what it must be, told to who breaks it
   * @return null if it was not said or breaks the rule
   */
  public <T> @Nullable T read(
      String name, @Nullable String sent, String rule, Function<String, Optional<T>> parse) {
    if (sent == null || sent.isBlank()) {
      return null;
    }
    Optional<T> value = sent.indexOf('\0') >= 0 ? Optional.empty() : parse.apply(sent.strip());
    if (value.isEmpty()) {
      problems.add(name, rule);
    }
    return value.orElse(null);
  }

  /** A text of at most so many characters. */
  public @Nullable String text(String name, @Nullable String sent, int max) {
    return read(
        name,
        sent,
        "must have at most " + max + " characters",
        text -> Optional.of(text).filter(it -> it.length() <= max));
  }

  /**
   * To be called once all was read.
   *
   * @throws Invalid with every problem found
   */
  public void refuse() {
    problems.refuse(Map.of());
  }
}
