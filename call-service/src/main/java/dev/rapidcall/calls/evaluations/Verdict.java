package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.ai.ModelJson;
import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.ai.ProviderException.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A model's judgement of a call.
 *
 * @param score 0 to 100
 * @param details the whole answer as the API shows it
 */
record Verdict(int score, String summary, Map<String, @Nullable Object> details) {
  private static final int BEST = 100;
  private static final int LONGEST_SUMMARY = 2000;
  private static final List<String> LISTS =
      List.of("strengths", "issues", "suggestedFixes", "nextTests");

  /**
   * Reads the answer.
   *
   * @throws ProviderException if it has no score
   */
  static Verdict read(String answer) {
    JsonNode json = ModelJson.object(answer);
    int score = (int) Math.clamp(Math.round(number(json.path("score"))), 0, BEST);
    String summary = json.path("summary").asString("").strip();
    String shown = summary.substring(0, Math.min(summary.length(), LONGEST_SUMMARY));
    Map<String, @Nullable Object> details = new LinkedHashMap<>();
    details.put("score", score);
    details.put("summary", shown);
    LISTS.forEach(name -> details.put(name, texts(json.path(name))));
    return new Verdict(score, shown, details);
  }

  /**
   * As it is kept with the call.
   *
   * @param originKey what made it, if that may make only one
   */
  NewEvaluation on(JudgedCall call, @Nullable String originKey) {
    return NewEvaluation.automatic(
        call.id(), call.workspaceId(), score, summary, details, originKey);
  }

  private static double number(JsonNode score) {
    double number = score.isValueNode() ? score.asDouble(Double.NaN) : Double.NaN;
    if (!Double.isFinite(number)) {
      throw new ProviderException(Kind.NONSENSE, "The model gave no score");
    }
    return number;
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(JsonNode::isString)
        .map(JsonNode::asString)
        .toList();
  }
}
