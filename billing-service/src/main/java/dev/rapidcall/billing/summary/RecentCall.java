package dev.rapidcall.billing.summary;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What a call of this month cost.
 *
 * @param startedAt epoch milliseconds
 * @param durationSec whole seconds of talk
 * @param cost USD, four decimals
 * @param costBreakdown USD by line
 */
public record RecentCall(
    String id,
    long startedAt,
    long durationSec,
    BigDecimal cost,
    Map<String, BigDecimal> costBreakdown) {}
