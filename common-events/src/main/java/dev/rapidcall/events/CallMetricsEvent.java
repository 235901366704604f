package dev.rapidcall.events;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the voice agent measured. */
@Topic(
    value = "rapidcall.call-metrics",
    publishedBy = "api-gateway",
    consumedBy = {"billing-service", "call-service"})
public sealed interface CallMetricsEvent extends Event {

  /**
   * One report. A group that is null was not sent and leaves what is known; usage, models and
   * latency replace the earlier group as a whole, normalized and telephony are merged key by key.
   *
   * @param latency averages in milliseconds by their API names; negative values are possible
   * @param normalized keys {@code source}, {@code participantsCountAvg}, {@code recordingEnabled}
   * @param telephony keys {@code trunkNumber}, {@code callerNumber}, {@code twilioCallSid}, {@code
   *     rateKey}
   */
  @WireName("rapidcall.call-metrics.reported.v1")
  record CallMetricsReported(
      CallId callId,
      @Nullable Usage usage,
      @Nullable Models models,
      @Nullable Map<String, BigDecimal> latency,
      @Nullable Map<String, Object> normalized,
      @Nullable Map<String, String> telephony)
      implements CallMetricsEvent {}

  /** What a call consumed; null is unknown and not zero. Audio in seconds. */
  record Usage(
      @Nullable Long llmPromptTokens,
      @Nullable Long llmPromptCachedTokens,
      @Nullable Long llmCompletionTokens,
      @Nullable Long ttsCharactersCount,
      @Nullable BigDecimal ttsAudioDuration,
      @Nullable BigDecimal sttAudioDuration,
      @Nullable String llmModel,
      @Nullable String sttModel,
      @Nullable String ttsModel) {}

  /** The models that were used; null is unknown. */
  record Models(@Nullable String llm, @Nullable String stt, @Nullable String tts) {}
}
