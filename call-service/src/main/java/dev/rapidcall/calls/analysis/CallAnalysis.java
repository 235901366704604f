package dev.rapidcall.calls.analysis;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call after its analysis.
 *
 * @param status {@code completed} or {@code failed}, or the voice agent's own word; null while
 *     there is nothing to say
 * @param results {@code name}, {@code value} and perhaps {@code description} each
 * @param preset {@code call_summary}, {@code in_voicemail}, {@code user_sentiment}, {@code
 *     call_successful}; null if no model was asked or none answered
 */
public record CallAnalysis(
    @Nullable String status,
    List<Map<String, @Nullable Object>> results,
    @Nullable Map<String, @Nullable Object> preset) {

  static final String COMPLETED = "completed";
  static final String FAILED = "failed";

  /** Before it, or of a call in which nothing was said. */
  static final CallAnalysis NONE = new CallAnalysis(null, List.of(), null);

  /** After the last try. */
  static final CallAnalysis NOTHING = new CallAnalysis(FAILED, List.of(), null);
}
