package dev.rapidcall.gateway.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param trialCreditUsd what a new workspace may spend before it pays, as shown to its people
 */
@Validated
@ConfigurationProperties("rapidcall.accounts")
record AccountSettings(@NotNull @PositiveOrZero BigDecimal trialCreditUsd) {}
