package dev.rapidcall.calls.input;

import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The language in which rules say what may be in a JSON object. What no rule names is dropped; what
 * is absent stays absent.
 */
public interface InputObject {
  /**
   * Reads a body.
   *
   * @param extras further keys of the error answer
   * @throws Invalid with every problem found
   */
  static Map<String, @Nullable Object> read(
      @Nullable JsonNode body, Map<String, ?> extras, Consumer<InputObject> rules) {
    if (body == null || !body.isObject()) {
      throw new Invalid(Map.of(), List.of("Expected an object"), extras);
    }
    Problems problems = new Problems();
    ReadObject input = new ReadObject(body, "", problems);
    rules.accept(input);
    problems.refuse(extras);
    return input.values();
  }

  /** The field must be there. */
  InputObject require(String name);

  /** A text of so many characters. */
  InputObject text(String name, int min, int max);

  /** A text that has so many characters once what Postgres cannot keep is taken out of it. */
  InputObject storableText(String name, int min, int max);

  /** A text of so many characters, or null. */
  InputObject textOrNull(String name, int min, int max);

  /** One of a few words. */
  InputObject oneOf(String name, String... words);

  /** A number within bounds, kept exactly as sent. */
  InputObject number(String name, double min, double max);

  /** A whole number within bounds. */
  InputObject integer(String name, int min, int max);

  /** True or false. */
  InputObject bool(String name);

  /** An object with its own rules. */
  InputObject object(String name, Consumer<InputObject> rules);

  /** An object with its own rules, or null. */
  InputObject objectOrNull(String name, Consumer<InputObject> rules);

  /** An object of any content, taken as it is. */
  InputObject anyObject(String name);

  /** An object of any keys, each with an object under the same rules. */
  InputObject mapOfObjects(String name, Consumer<InputObject> rules);

  /** An object of any keys, each with a text. */
  InputObject mapOfTexts(String name);

  /** A list of texts. */
  InputObject texts(String name, int maxItems, int minLength, int maxLength);

  /** A list of objects under the same rules. */
  InputObject objects(String name, int maxItems, Consumer<InputObject> rules);
}
