package dev.rapidcall.calls.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The call that ended last. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record LatestCall(
    String callId,
    long endedAt,
    long durationSec,
    @Nullable Long tokensTotal,
    @Nullable Long latencyMs) {}
