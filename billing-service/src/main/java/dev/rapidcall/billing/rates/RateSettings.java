package dev.rapidcall.billing.rates;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The prices as the operator sets them.
 *
 * @param llmSurchargeJson a JSON object: model to US dollars per minute; blank for none
 */
@Validated
@ConfigurationProperties("rapidcall.rates")
record RateSettings(
    @NotNull BigDecimal baseUsdPerMin,
    @PositiveOrZero long includedTokensPerMin,
    @NotNull BigDecimal tokenOverageUsdPer1k,
    @NotNull BigDecimal telephonyUsdPerMin,
    @NotBlank String defaultLlmModel,
    @NotNull String llmSurchargeJson,
    @NotNull BigDecimal trialCreditUsd) {}
