package dev.rapidcall.calls.metrics;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.CallMetricsEvent.Models;
import dev.rapidcall.events.CallMetricsEvent.Usage;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a call as the API shows them: usage, models and latency are replaced as a whole by
 * each report that has them, normalized and telephony are merged key by key, in order of event
 * time.
 */
public final class CallMetrics {
  private final Map<String, Object> normalized = new LinkedHashMap<>();
  private final Map<String, Object> telephony = new LinkedHashMap<>();
  private @Nullable Usage usage;
  private @Nullable Models models;
  private @Nullable Map<String, BigDecimal> latency;

  private CallMetrics() {}

  /**
   * Merges the reports of a call.
   *
   * @param counted what RapidCall itself knows and nobody reports, by its name in {@code
   *     normalized}
   */
  public static Map<String, @Nullable Object> of(
      CallChannel channel, List<Fact> reports, Map<String, ?> counted) {
    CallMetrics metrics = merged(reports);
    metrics.normalized.putAll(counted);
    return metrics.json(source(channel), !reports.isEmpty());
  }

  /** What the reports of a call come to in numbers. */
  static MetricsSummary summary(List<Fact> reports) {
    CallMetrics metrics = merged(reports);
    return MetricsSummary.of(metrics.usage, metrics.latency);
  }

  private static CallMetrics merged(List<Fact> reports) {
    CallMetrics metrics = new CallMetrics();
    reports.stream()
        .sorted(Comparator.comparing(Fact::occurredAt).thenComparing(report -> report.id().value()))
        .forEach(report -> metrics.merge((CallMetricsReported) report.event()));
    return metrics;
  }

  private void merge(CallMetricsReported report) {
    usage = report.usage() == null ? usage : report.usage();
    models = report.models() == null ? models : report.models();
    latency = report.latency() == null ? latency : report.latency();
    if (report.normalized() != null) {
      normalized.putAll(report.normalized());
    }
    if (report.telephony() != null) {
      telephony.putAll(report.telephony());
    }
  }

  private Map<String, @Nullable Object> json(String source, boolean reported) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    normalized.putIfAbsent("source", source);
    json.put("normalized", normalized);
    json.put("abTest", null);
    if (!telephony.isEmpty()) {
      json.put("telephony", telephony);
    }
    if (reported) {
      json.put("usage", usage == null ? null : usageJson(usage, models));
      json.put("models", modelsJson());
      json.put("latency", latency);
      json.put("tokensTotal", tokens(usage));
    }
    return json;
  }

  private Map<String, Object> modelsJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "llm", models == null ? null : models.llm(), usage == null ? null : usage.llmModel());
    put(json, "stt", models == null ? null : models.stt(), usage == null ? null : usage.sttModel());
    put(json, "tts", models == null ? null : models.tts(), usage == null ? null : usage.ttsModel());
    return json;
  }

  private static Map<String, Object> usageJson(Usage usage, @Nullable Models models) {
    Map<String, Object> json = new LinkedHashMap<>();
    put(json, "llm_prompt_tokens", usage.llmPromptTokens());
    put(json, "llm_prompt_cached_tokens", usage.llmPromptCachedTokens());
    put(json, "llm_completion_tokens", usage.llmCompletionTokens());
    put(json, "tts_characters_count", usage.ttsCharactersCount());
    put(json, "tts_audio_duration", usage.ttsAudioDuration());
    put(json, "stt_audio_duration", usage.sttAudioDuration());
    put(json, "llm_model", usage.llmModel());
    put(json, "stt_model", usage.sttModel(), models == null ? null : models.stt());
    put(json, "tts_model", usage.ttsModel(), models == null ? null : models.tts());
    return json;
  }

  private static void put(Map<String, Object> json, String name, @Nullable Object... candidates) {
    for (Object candidate : candidates) {
      if (candidate != null) {
        json.put(name, candidate);
        return;
      }
    }
  }

  private static long tokens(@Nullable Usage usage) {
    return usage == null
        ? 0
        : orZero(usage.llmPromptTokens()) + orZero(usage.llmCompletionTokens());
  }

  private static long orZero(@Nullable Long number) {
    return number == null ? 0 : number;
  }

  private static String source(CallChannel channel) {
    return switch (channel) {
      case WEB -> "web";
      case PHONE_INBOUND -> "telephony";
      case PHONE_OUTBOUND -> "outbound";
    };
  }
}
