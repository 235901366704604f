package dev.rapidcall.gateway.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param sessionIdle after how long without any request a session ends before its time
 * @param workspacesPerPerson how many a person may own: each has its own rate limits
 * @param csrfCookieDomain whose pages may read the CSRF cookie; blank for the API's own host alone
 * @param trialCreditUsd what a new workspace may spend before it pays, as shown to its people
 */
@Validated
@ConfigurationProperties("rapidcall.accounts")
record AccountSettings(
    @NotNull @DurationMin(minutes = 1) Duration sessionIdle,
    @Positive int workspacesPerPerson,
    @NotNull
        @Pattern(
            regexp = "|([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+",
            message = "must be a domain such as example.com")
        String csrfCookieDomain,
    @NotNull @PositiveOrZero BigDecimal trialCreditUsd) {}
