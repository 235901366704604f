package dev.rapidcall.calls.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Calls summed up; the averages over those that ended. Null where nothing is known. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallTotals(
    long callCount,
    long completedCallCount,
    @Nullable Long avgDurationSec,
    @Nullable Long avgLatencyMs,
    @Nullable Long totalTokens) {}
