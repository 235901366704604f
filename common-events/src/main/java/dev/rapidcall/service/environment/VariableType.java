package dev.rapidcall.service.environment;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the text of a variable must look like. */
enum VariableType {
  TEXT("a text", text -> true),
  SECRET("a text", text -> true),
  SECRETS("a comma-separated list without empty entries", VariableType::isList),
  NAME("a name of a-z, 0-9 and _ that begins with a letter", Patterns.NAME::test),
  URL("a URL such as https://host", VariableType::isUrl),
  INTEGER("a whole number", Patterns.INTEGER::test),
  PORT("a port from 0 to 65535", VariableType::isPort),
  DECIMAL("a number", VariableType::isDecimal),
  BOOLEAN("true or false", text -> text.equals("true") || text.equals("false")),
  LEVEL("trace, debug, info, warn, error or off", Patterns.LEVEL::test),
  DATABASE(DatabaseUrl.EXPECTED, DatabaseUrl::isValid);

  private final String expectation;
  private final Predicate<String> rule;

  VariableType(String expectation, Predicate<String> rule) {
    this.expectation = expectation;
    this.rule = rule;
  }

  static VariableType named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String expectation() {
    return expectation;
  }

  boolean accepts(String text) {
    return rule.test(text);
  }

  private static boolean isList(String text) {
    return Arrays.stream(text.split(",", -1)).noneMatch(String::isBlank);
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getScheme() != null && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isPort(String text) {
    return Patterns.PORT.test(text) && Integer.parseInt(text) <= 65_535;
  }

  private static boolean isDecimal(String text) {
    try {
      return new BigDecimal(text).precision() > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Kept apart, for an enum's constants are made before its static fields. */
  private static final class Patterns {
    static final Predicate<String> NAME =
        Pattern.compile("[a-z][a-z0-9_]{0,62}").asMatchPredicate();
    static final Predicate<String> LEVEL =
        Pattern.compile("trace|debug|info|warn|error|fatal|off", Pattern.CASE_INSENSITIVE)
            .asMatchPredicate();
    static final Predicate<String> INTEGER = Pattern.compile("-?\\d{1,9}").asMatchPredicate();
    static final Predicate<String> PORT = Pattern.compile("\\d{1,5}").asMatchPredicate();
  }
}
