package dev.rapidcall.gateway.voiceagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.testing.recorded.RecordedConversations;
import dev.rapidcall.testing.recorded.RecordedConversations.RecordedRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TranscriptSanitizerTest {
  private static final Map<String, Object> HELLO =
      Map.of("speaker", "Agent", "role", "agent", "text", "Hello");

  @ParameterizedTest
  @MethodSource("conversations")
  void leavesWhatTheRealAgentSendsAsItIs(String name) {
    for (RecordedRequest request : RecordedConversations.of(name)) {
      JsonNode body =
          JsonMapper.shared().readTree(request.body().isEmpty() ? "{}" : request.body());
      if (body.has("transcript")) {
        Object sent = JsonMapper.shared().treeToValue(body.get("transcript"), Object.class);

        assertThat(TranscriptSanitizer.sanitize(sent)).isEqualTo(sent);
      }
    }
  }

  @Test
  void keepsTheTimesOfTheDashboard() {
    Map<String, Object> item =
        Map.of(
            "speaker", "You",
            "role", "user",
            "text", "Hi",
            "final", true,
            "firstReceivedTime", 1795392315900.5);

    assertThat(only(item)).isEqualTo(item);
  }

  @Test
  @DisplayName("weakness 21: one bad item costs itself and no other")
  void dropsOnlyWhatHasNoUse() {
    List<@Nullable Object> sent =
        Arrays.asList(
            null, "text", 5, Map.of(), Map.of("role", "user", "text", "  "), HELLO, List.of());

    assertThat(TranscriptSanitizer.sanitize(sent)).isEqualTo(List.of(HELLO));
  }

  @Test
  void dropsUnknownKeys() {
    Map<String, Object> item =
        Map.of("speaker", "User", "role", "user", "text", "Hi", "other", Map.of("a", 1));

    assertThat(only(item)).containsOnlyKeys("speaker", "role", "text");
  }

  @Test
  void cutsWhatIsTooLong() {
    Map<String, @Nullable Object> kept =
        only(Map.of("speaker", "s".repeat(200), "role", "user", "text", "t".repeat(6_000)));

    assertThat((String) kept.get("speaker")).hasSize(120);
    assertThat((String) kept.get("text")).hasSize(5_000);
  }

  @Test
  void cutsNoCharacterInHalf() {
    Map<String, @Nullable Object> kept =
        only(Map.of("speaker", "User", "role", "user", "text", "t".repeat(4_999) + "😀"));

    assertThat((String) kept.get("text")).isEqualTo("t".repeat(4_999));
  }

  @Test
  void removesWhatNoDatabaseKeeps() {
    Map<String, @Nullable Object> kept =
        only(
            Map.of(
                "kind", "tool_result",
                "toolCallId", "c1",
                "toolName", "look\u0000up",
                "result", Map.of("k\u0000ey", List.of("a\u0000b", "lone \ud83d surrogate"))));

    assertThat(kept.get("toolName")).isEqualTo("lookup");
    assertThat(kept.get("result")).isEqualTo(Map.of("key", List.of("ab", "lone \ufffd surrogate")));
  }

  @Test
  @DisplayName("weakness 21: more than 500 items are no reason to refuse a transcript")
  void keepsMoreThanFiveHundredItemsAndOfVeryManyTheLast() {
    List<Object> many = new ArrayList<>(Collections.nCopies(600, HELLO));
    assertThat(TranscriptSanitizer.sanitize(many)).hasSize(600);

    List<Object> tooMany = new ArrayList<>(Collections.nCopies(12_000, HELLO));
    tooMany.add(Map.of("speaker", "User", "role", "user", "text", "last"));
    assertThat(TranscriptSanitizer.sanitize(tooMany))
        .hasSize(10_000)
        .last()
        .satisfies(last -> assertThat(last).containsEntry("text", "last"));
  }

  @Test
  void findsOutWhoSpokeWhenTheRoleIsStrange() {
    assertThat(only(Map.of("text", "x", "role", "assistant"))).containsEntry("role", "agent");
    assertThat(only(Map.of("text", "x", "speaker", "Agent"))).containsEntry("role", "agent");
    assertThat(only(Map.of("text", "x")))
        .containsEntry("role", "user")
        .containsEntry("speaker", "User");
  }

  @Test
  void givesAToolItemWithoutContentAnEmptyObject() {
    assertThat(only(Map.of("kind", "tool_invocation", "toolCallId", "c1", "toolName", "end_call")))
        .containsEntry("input", Map.of());
  }

  @Test
  void bringsABottomlessResultToAnEnd() {
    Object nested = Map.of();
    for (int i = 0; i < 400; i++) {
      nested = Map.of("a", nested);
    }

    assertThat(depth(only(Map.of("kind", "tool_result", "toolCallId", "c", "result", nested))))
        .isLessThan(100);
  }

  @Test
  void makesNothingOfWhatIsNoList() {
    assertThat(TranscriptSanitizer.sanitize(null)).isEmpty();
    assertThat(TranscriptSanitizer.sanitize("text")).isEmpty();
    assertThat(TranscriptSanitizer.sanitize(Map.of("a", 1))).isEmpty();
  }

  private static int depth(@Nullable Object value) {
    return value instanceof Map<?, ?> map
        ? 1 + map.values().stream().mapToInt(TranscriptSanitizerTest::depth).max().orElse(0)
        : 0;
  }

  private static Map<String, @Nullable Object> only(Map<String, Object> item) {
    List<Map<String, @Nullable Object>> kept = TranscriptSanitizer.sanitize(List.of(item));
    assertThat(kept).hasSize(1);
    return kept.getFirst();
  }

  static List<String> conversations() {
    return RecordedConversations.names();
  }
}
