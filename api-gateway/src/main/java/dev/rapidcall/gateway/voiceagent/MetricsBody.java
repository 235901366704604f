package dev.rapidcall.gateway.voiceagent;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.CallMetricsEvent.Models;
import dev.rapidcall.events.CallMetricsEvent.Usage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The groups of a metrics report. A latency may be negative: agents measure such. */
record MetricsBody(
    @Nullable @Valid UsageBody usage,
    @Nullable @Valid ModelsBody models,
    @Nullable @Valid NormalizedBody normalized,
    @Nullable @Valid TelephonyBody telephony,
    @Nullable @Valid LatencyBody latency) {
  private static final int LONGEST = 120;

  record UsageBody(
      @JsonProperty("llm_prompt_tokens") @PositiveOrZero @Nullable Long llmPromptTokens,
      @JsonProperty("llm_prompt_cached_tokens") @PositiveOrZero
          @Nullable Long llmPromptCachedTokens,
      @JsonProperty("llm_completion_tokens") @PositiveOrZero @Nullable Long llmCompletionTokens,
      @JsonProperty("tts_characters_count") @PositiveOrZero @Nullable Long ttsCharactersCount,
      @JsonProperty("tts_audio_duration") @PositiveOrZero @Nullable BigDecimal ttsAudioDuration,
      @JsonProperty("stt_audio_duration") @PositiveOrZero @Nullable BigDecimal sttAudioDuration,
      @JsonProperty("llm_model") @Size(min = 1, max = LONGEST) @Nullable String llmModel,
      @JsonProperty("stt_model") @Size(min = 1, max = LONGEST) @Nullable String sttModel,
      @JsonProperty("tts_model") @Size(min = 1, max = LONGEST) @Nullable String ttsModel) {

    Usage usage() {
      return new Usage(
          llmPromptTokens,
          llmPromptCachedTokens,
          llmCompletionTokens,
          ttsCharactersCount,
          ttsAudioDuration,
          sttAudioDuration,
          clean(llmModel),
          clean(sttModel),
          clean(ttsModel));
    }
  }

  record ModelsBody(
      @Size(min = 1, max = LONGEST) @Nullable String llm,
      @Size(min = 1, max = LONGEST) @Nullable String stt,
      @Size(min = 1, max = LONGEST) @Nullable String tts) {

    Models models() {
      return new Models(clean(llm), clean(stt), clean(tts));
    }
  }

  record NormalizedBody(
      @Pattern(regexp = "web|telephony|unknown") @Nullable String source,
      @Positive @Nullable BigDecimal participantsCountAvg,
      @Nullable Boolean recordingEnabled) {

    Map<String, Object> values() {
      return MetricsBody.<Object>present("source", source)
          .and("participantsCountAvg", participantsCountAvg)
          .and("recordingEnabled", recordingEnabled)
          .values();
    }
  }

  record TelephonyBody(
      @Size(max = 64) @Nullable String trunkNumber,
      @Size(max = 64) @Nullable String callerNumber,
      @Size(max = 64) @Nullable String twilioCallSid,
      @Size(max = 64) @Nullable String rateKey) {

    Map<String, String> values() {
      return present("trunkNumber", clean(trunkNumber))
          .and("callerNumber", clean(callerNumber))
          .and("twilioCallSid", clean(twilioCallSid))
          .and("rateKey", clean(rateKey))
          .values();
    }
  }

  record LatencyBody(
      @JsonProperty("llm_ttft_ms_avg") @Nullable BigDecimal timeToFirstToken,
      @JsonProperty("eou_transcription_ms_avg") @Nullable BigDecimal transcription,
      @JsonProperty("eou_end_ms_avg") @Nullable BigDecimal endOfUtterance,
      @JsonProperty("agent_turn_latency_ms_avg") @Nullable BigDecimal turn) {

    Map<String, BigDecimal> values() {
      return present("llm_ttft_ms_avg", timeToFirstToken)
          .and("eou_transcription_ms_avg", transcription)
          .and("eou_end_ms_avg", endOfUtterance)
          .and("agent_turn_latency_ms_avg", turn)
          .values();
    }
  }

  CallMetricsReported reported(CallId call) {
    return new CallMetricsReported(
        call,
        usage == null ? null : usage.usage(),
        models == null ? null : models.models(),
        latency == null ? null : latency.values(),
        normalized == null ? null : normalized.values(),
        telephony == null ? null : telephony.values());
  }

  private static @Nullable String clean(@Nullable String text) {
    return text == null ? null : CleanText.of(text, LONGEST);
  }

  private static <T> Present<T> present(String name, @Nullable T value) {
    return new Present<T>(new LinkedHashMap<>()).and(name, value);
  }

  /** Collects what was sent, by its API name. */
  private record Present<T>(Map<String, T> values) {
    Present<T> and(String name, @Nullable T value) {
      if (value != null) {
        values.put(name, value);
      }
      return this;
    }
  }
}
