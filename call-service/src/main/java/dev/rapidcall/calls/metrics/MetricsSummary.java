package dev.rapidcall.calls.metrics;

import dev.rapidcall.events.CallMetricsEvent.Usage;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a call that sums are made of; null is unknown and not zero.
 *
 * @param latencyMs how long the agent took to answer; a negative report says that it does not know
 * @param tokensTotal read and written
 */
record MetricsSummary(
    @Nullable BigDecimal latencyMs,
    @Nullable Long promptTokens,
    @Nullable Long cachedTokens,
    @Nullable Long completionTokens,
    @Nullable Long tokensTotal,
    @Nullable BigDecimal sttSeconds,
    @Nullable Long ttsCharacters) {

  static MetricsSummary of(@Nullable Usage usage, @Nullable Map<String, BigDecimal> latency) {
    BigDecimal reported = latency == null ? null : latency.get("agent_turn_latency_ms_avg");
    BigDecimal latencyMs = reported == null || reported.signum() < 0 ? null : reported;
    return usage == null
        ? new MetricsSummary(latencyMs, null, null, null, null, null, null)
        : new MetricsSummary(
            latencyMs,
            usage.llmPromptTokens(),
            usage.llmPromptCachedTokens(),
            usage.llmCompletionTokens(),
            sum(usage.llmPromptTokens(), usage.llmCompletionTokens()),
            usage.sttAudioDuration(),
            usage.ttsCharactersCount());
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one + other;
  }
}
