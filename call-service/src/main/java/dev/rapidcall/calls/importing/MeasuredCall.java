package dev.rapidcall.calls.importing;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The numbers of an imported call that are summed up with those of other calls. */
final class MeasuredCall {
  static final String KEEP =
      """
      insert into call_metrics (call_id, latency_ms, llm_prompt_tokens, llm_prompt_cached_tokens,
                                llm_completion_tokens, tokens_total, stt_audio_seconds,
                                tts_characters)
      values (:id, :latency, :prompt, :cached, :completion, :total, :stt, :tts)
      on conflict (call_id) do update
      set latency_ms = excluded.latency_ms, llm_prompt_tokens = excluded.llm_prompt_tokens,
          llm_prompt_cached_tokens = excluded.llm_prompt_cached_tokens,
          llm_completion_tokens = excluded.llm_completion_tokens,
          tokens_total = excluded.tokens_total, stt_audio_seconds = excluded.stt_audio_seconds,
          tts_characters = excluded.tts_characters
      """;
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  private MeasuredCall() {}

  static SqlParameterSource row(CallItem call) {
    JsonNode metrics =
        call.metrics() == null ? JsonNodeFactory.instance.objectNode() : call.metrics();
    JsonNode usage = metrics.path("usage");
    return new MapSqlParameterSource("id", call.id())
        .addValue("latency", number(metrics.path("latency").path("agent_turn_latency_ms_avg")))
        .addValue("prompt", whole(usage.path("llm_prompt_tokens")))
        .addValue("cached", whole(usage.path("llm_prompt_cached_tokens")))
        .addValue("completion", whole(usage.path("llm_completion_tokens")))
        .addValue("total", whole(metrics.path("tokensTotal")))
        .addValue("stt", number(usage.path("stt_audio_duration")))
        .addValue("tts", whole(usage.path("tts_characters_count")));
  }

  private static @Nullable Long whole(JsonNode node) {
    BigDecimal number = number(node);
    return number == null ? null : number.longValue();
  }

  /** Nonsense is unknown, not zero. */
  private static @Nullable BigDecimal number(JsonNode node) {
    if (!node.isNumber()) {
      return null;
    }
    BigDecimal number = node.decimalValue();
    return number.abs().compareTo(MOST) > 0 ? null : number;
  }
}
