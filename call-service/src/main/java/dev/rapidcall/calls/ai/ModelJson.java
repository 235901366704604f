package dev.rapidcall.calls.ai;

import dev.rapidcall.calls.ai.ProviderException.Kind;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON object that a model was asked for, also out of words around it. */
public final class ModelJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ModelJson() {}

  /**
   * The object in an answer.
   *
   * @throws ProviderException if there is none
   */
  public static JsonNode object(String answer) {
    int first = answer.indexOf('{');
    int last = answer.lastIndexOf('}');
    return read(answer)
        .or(() -> first < 0 || last < first ? none() : read(answer.substring(first, last + 1)))
        .orElseThrow(() -> new ProviderException(Kind.NONSENSE, "The model answered no JSON"));
  }

  private static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
    } catch (JacksonException e) {
      return none();
    }
  }

  private static Optional<JsonNode> none() {
    return Optional.empty();
  }
}
