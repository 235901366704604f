package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.input.InputObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client may choose for one web call; absent parts come from the agent. */
record WebCallRequest(
    Map<String, @Nullable Object> welcome,
    @Nullable Map<String, @Nullable Object> voice,
    @Nullable List<String> enabledTools) {

  @SuppressWarnings("unchecked")
  static WebCallRequest read(@Nullable JsonNode body) {
    if (body == null || body.isNull() || body.isMissingNode()) {
      return new WebCallRequest(Map.of(), null, null);
    }
    Map<String, @Nullable Object> input =
        InputObject.read(
            body,
            Map.of(),
            fields ->
                fields
                    .object("welcome", WebCallRequest::welcome)
                    .object("voice", WebCallRequest::voice)
                    .texts("enabledTools", 1000, 0, 200));
    Map<String, @Nullable Object> welcome = new LinkedHashMap<>();
    if (input.get("welcome") instanceof Map<?, ?> sent) {
      welcome.putAll((Map<String, @Nullable Object>) sent);
    }
    return new WebCallRequest(
        welcome,
        (Map<String, @Nullable Object>) input.get("voice"),
        (List<String>) input.get("enabledTools"));
  }

  private static void welcome(InputObject welcome) {
    welcome
        .oneOf("mode", "ai", "user")
        .oneOf("aiMessageMode", "dynamic", "custom")
        .text("aiMessageText", 0, 400)
        .number("aiDelaySeconds", 0, 10);
  }

  private static void voice(InputObject voice) {
    voice.text("provider", 0, 120).text("model", 0, 120).text("voiceId", 0, 120);
  }
}
