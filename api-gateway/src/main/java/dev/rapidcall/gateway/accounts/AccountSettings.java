package dev.rapidcall.gateway.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param sessionIdle after how long without any request a session ends before its time
 * @param trialCreditUsd what a new workspace may spend before it pays, as shown to its people
 */
@Validated
@ConfigurationProperties("rapidcall.accounts")
record AccountSettings(
    @NotNull @DurationMin(minutes = 1) Duration sessionIdle,
    @NotNull @PositiveOrZero BigDecimal trialCreditUsd) {}
