package dev.rapidcall.calls.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShownTranscriptTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void whatAToolDidHasASpeakerAndATextAndKeepsItsFields() {
    JsonNode shown =
        shown(
            """
            [{"kind":"tool_invocation","toolCallId":"t","toolName":"book","input":{"day":2}},
             {"kind":"tool_result","toolCallId":"t","toolName":"book","result":{"ok":true}},
             {"kind":"tool_result","toolCallId":"u","result":{}}]
            """);

    assertThat(shown.values())
        .extracting(item -> item.path("speaker").asString())
        .containsOnly("Tool");
    assertThat(shown.values())
        .extracting(item -> item.path("text").asString())
        .containsExactly(
            "book was used: {\"day\":2}", "book answered: {\"ok\":true}", "a tool answered");
    assertThat(shown.get(0).path("input").path("day").asInt()).isEqualTo(2);
    assertThat(shown.get(0).path("kind").asString()).isEqualTo("tool_invocation");
  }

  @Test
  void whatSomebodySaidIsAsItWas() {
    String said = "[{\"speaker\":\"Eve\",\"role\":\"user\",\"text\":\"Hello\"},5,{}]";

    assertThat(shown(said).toString()).isEqualTo(said);
  }

  @Test
  void aLongAnswerIsCut() {
    JsonNode shown =
        shown(
            "[{\"kind\":\"tool_result\",\"toolName\":\"x\",\"result\":{\"a\":\""
                + "b".repeat(999)
                + "\"}}]");

    assertThat(shown.get(0).path("text").asString()).hasSize(201).endsWith("…");
    assertThat(shown.get(0).path("result").path("a").asString()).hasSize(999);
  }

  private static JsonNode shown(String items) {
    return ShownTranscript.of(JSON.readTree(items));
  }
}
