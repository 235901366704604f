package dev.rapidcall.calls.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What ended calls used; null where no call told it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record UsageTotals(
    long durationSec,
    double minutes,
    @Nullable Long llmPromptTokens,
    @Nullable Long llmPromptCachedTokens,
    @Nullable Long llmCompletionTokens,
    @Nullable BigDecimal sttAudioSeconds,
    @Nullable Long ttsCharacters) {}
