package dev.rapidcall.calls.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TranscriptTextTest {

  @Test
  void everyItemIsALineAndToolsAreInBrackets() {
    JsonNode items =
        read(
            """
            [{"speaker":"Agent","role":"agent","text":"Hello,\\nwho is it?"},
             {"speaker":"User","role":"user","text":" Ada "},
             {"kind":"tool_invocation","toolCallId":"1","toolName":"book","input":{"day":2}},
             {"kind":"tool_result","toolCallId":"1","toolName":"book","result":{"ok":true}},
             {"speaker":"User","role":"user","text":" "}]
            """);

    assertThat(TranscriptText.of(items, 1000))
        .isEqualTo(
            """
            AGENT: Hello, who is it?
            USER: Ada
            [tool book used with {"day":2}]
            [tool book gave {"ok":true}]""");
  }

  @Test
  @DisplayName("weakness 7: of a long transcript the end is kept")
  void ofALongTranscriptTheMiddleIsLeftOut() {
    String all =
        IntStream.range(0, 1000)
            .mapToObj(i -> "{\"role\":\"user\",\"text\":\"line " + i + "\"}")
            .collect(Collectors.joining(",", "[", "]"));

    String text = TranscriptText.of(read(all), 500);

    assertThat(text)
        .hasSizeBetween(400, 500)
        .startsWith("USER: line 0\nUSER: line 1\n")
        .contains("\n[…]\n")
        .endsWith("\nUSER: line 998\nUSER: line 999");
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
