package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.agents.WelcomeRules;
import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a client may choose for one web call; absent parts come from the agent.
 *
 * @param dynamicVariables for the placeholders of this call; they win over the agent's own
 */
record WebCallRequest(
    Map<String, @Nullable Object> welcome,
    @Nullable Map<String, @Nullable Object> voice,
    @Nullable List<String> enabledTools,
    Map<String, String> dynamicVariables) {

  /** What may be chosen. */
  static final class Rules implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      fields
          .object("welcome", WelcomeRules::read)
          .object("voice", WebCallRequest::voice)
          .texts("enabledTools", 1000, 0, 200)
          .mapOfTexts("dynamicVariables");
    }
  }

  @SuppressWarnings("unchecked")
  static WebCallRequest read(@Nullable JsonNode body) {
    if (body == null || body.isNull() || body.isMissingNode()) {
      return new WebCallRequest(Map.of(), null, null, Map.of());
    }
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new Rules());
    return new WebCallRequest(
        (Map<String, @Nullable Object>) input.getOrDefault("welcome", Map.of()),
        (Map<String, @Nullable Object>) input.get("voice"),
        (List<String>) input.get("enabledTools"),
        (Map<String, String>) input.getOrDefault("dynamicVariables", Map.of()));
  }

  private static void voice(InputObject voice) {
    voice.text("provider", 0, 120).text("model", 0, 120).text("voiceId", 0, 120);
  }
}
