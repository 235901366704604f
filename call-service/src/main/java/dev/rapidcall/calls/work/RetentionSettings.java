package dev.rapidcall.calls.work;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long is kept what need not be kept for ever. A call itself stays, with all its facts.
 *
 * @param every how often old rows are looked for
 * @param customerEvents events and their deliveries; deliveries are tried for a day
 * @param tasks what was done after calls
 * @param unknownCalls what was reported of calls that never came to be known
 */
@Validated
@ConfigurationProperties("rapidcall.retention")
public record RetentionSettings(
    @NotNull Duration every,
    @NotNull @DurationMin(days = 2) Duration customerEvents,
    @NotNull @DurationMin(days = 1) Duration tasks,
    @NotNull @DurationMin(days = 1) Duration unknownCalls) {}
