package dev.rapidcall.calls.analytics;

import java.math.BigDecimal;

/** What ended calls used, as far as they told it. */
record UsageTotals(
    long durationSec,
    double minutes,
    long llmPromptTokens,
    long llmPromptCachedTokens,
    long llmCompletionTokens,
    BigDecimal sttAudioSeconds,
    long ttsCharacters) {}
