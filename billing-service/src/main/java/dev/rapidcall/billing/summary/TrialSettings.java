package dev.rapidcall.billing.summary;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What a workspace on trial is told; nothing here rates a call.
 *
 * @param telephonyMarkupRate for display
 * @param phoneNumberMonthlyFeeUsd for display until numbers are charged
 */
@Validated
@ConfigurationProperties("rapidcall.trial")
record TrialSettings(
    boolean allowPstn,
    boolean allowNumberPurchase,
    @NotNull @PositiveOrZero BigDecimal telephonyMarkupRate,
    @NotNull @PositiveOrZero BigDecimal phoneNumberMonthlyFeeUsd) {}
