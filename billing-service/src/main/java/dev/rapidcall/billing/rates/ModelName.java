package dev.rapidcall.billing.rates;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Finds a model in a table whose names people typed: exactly first, then more and more kindly. */
final class ModelName {
  private static final List<UnaryOperator<String>> SPELLINGS =
      List.of(UnaryOperator.identity(), ModelName::lowerCase, ModelName::normalised);

  private ModelName() {}

  static boolean same(String one, String other) {
    return normalised(one).equals(normalised(other));
  }

  static <T> Optional<T> find(String model, Map<String, T> table) {
    TreeMap<String, T> sorted = new TreeMap<>(table);
    return SPELLINGS.stream()
        .flatMap(
            spelling ->
                sorted.entrySet().stream()
                    .filter(row -> spelling.apply(row.getKey()).equals(spelling.apply(model)))
                    .map(Map.Entry::getValue))
        .findFirst();
  }

  private static String lowerCase(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String normalised(String name) {
    return lowerCase(name).replaceAll("\\s", "").replace('_', '-').replace('/', '-');
  }
}
