package dev.rapidcall.calls.agents;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import dev.rapidcall.service.errors.ApiException.Invalid;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What may be sent to create or change an agent. */
final class AgentRules {
  private static final int PROMPT = 200_000;
  static final Map<String, String> HINT =
      Map.of("hint", "A prompt may have at most " + PROMPT + " characters.");

  private AgentRules() {}

  /** What a new agent may be told. */
  static final class NewAgent implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      common(fields.require("name")).text("promptPublished", 0, PROMPT);
    }
  }

  /** What may be changed of an agent. */
  static final class Changes implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      updatable(common(fields));
    }
  }

  static Map<String, @Nullable Object> forCreate(@Nullable JsonNode body) {
    return InputObject.read(body, HINT, new NewAgent());
  }

  static Map<String, @Nullable Object> forUpdate(@Nullable JsonNode body) {
    Map<String, @Nullable Object> input = InputObject.read(body, HINT, new Changes());
    if (input.get("webhookUrl") instanceof String url && !url.isEmpty() && !isWebUrl(url)) {
      throw new Invalid(
          Map.of("webhookUrl", List.of("must be an http or https URL")), List.of(), HINT);
    }
    return input;
  }

  private static InputObject common(InputObject input) {
    return input
        .text("name", 1, 60)
        .text("promptDraft", 0, PROMPT)
        .object("welcome", WelcomeRules::read)
        .object("voice", AgentRules::voice)
        .text("llmModel", 0, 120)
        .bool("autoEvalEnabled")
        .texts("knowledgeFolderIds", 50, 1, 40)
        .integer("maxCallSeconds", 0, 86_400);
  }

  private static void voice(InputObject voice) {
    voice.oneOf("provider", "elevenlabs", "cartesia").text("model", 1, 120).text("voiceId", 1, 120);
  }

  private static void updatable(InputObject input) {
    input
        .bool("publish")
        .object(
            "backgroundAudio",
            audio ->
                audio
                    .oneOf("preset", "none", "office", "keyboard", "office1", "office2")
                    .number("ambientVolume", 0, 1)
                    .number("thinkingVolume", 0, 1))
        .texts("enabledTools", 1000, 0, 200)
        .mapOfObjects("toolConfigs", AgentRules::toolConfig)
        .bool("backchannelEnabled")
        .mapOfTexts("defaultDynamicVariables")
        .object("callSettings", AgentRules::callSettings)
        .objectOrNull(
            "fallbackVoice",
            voice -> voice.text("provider", 0, 120).text("voiceId", 1, 120).text("model", 0, 120))
        .objects("postCallDataExtraction", 50, AgentRules::extraction)
        .text("postCallExtractionModel", 0, 120)
        .textOrNull("webhookUrl", 0, 2000);
  }

  private static void toolConfig(InputObject tool) {
    tool.text("name", 0, 80)
        .text("description", 0, 800)
        .text("transferTo", 0, 40)
        .text("apiKey", 0, 200)
        .text("eventTypeId", 0, 80)
        .text("timezone", 0, 80);
  }

  private static void callSettings(InputObject settings) {
    settings
        .bool("voicemailDetectionEnabled")
        .oneOf("voicemailResponse", "hang_up", "leave_message")
        .oneOf("voicemailMessageType", "prompt", "static")
        .text("voicemailPrompt", 0, 8000)
        .text("voicemailStaticMessage", 0, 8000);
  }

  private static void extraction(InputObject item) {
    item.require("name")
        .oneOf("type", "text", "selector", "boolean", "number")
        .text("name", 1, 120)
        .text("description", 0, 2000)
        .bool("optional")
        .text("formatExample", 0, 500)
        .texts("options", 50, 0, 200);
  }

  private static boolean isWebUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("http".equalsIgnoreCase(uri.getScheme())
              || "https".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
