package dev.rapidcall.calls.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How patient RapidCall is with what it does after calls.
 *
 * @param quiet how long no transcript may have come for the last one to be the last
 * @param latest how long after the end it waits for transcripts at most
 * @param attempts how often something is tried
 * @param retryAfter the first pause between two tries; each further one is four times as long
 * @param giveUpAfter when it is not tried any more, counted from the end of the call
 * @param lease how long one instance has a task to itself
 */
@Validated
@ConfigurationProperties("rapidcall.after-calls")
public record TaskSettings(
    @NotNull Duration quiet,
    @NotNull Duration latest,
    @Positive int attempts,
    @NotNull Duration retryAfter,
    @NotNull Duration giveUpAfter,
    @NotNull Duration lease) {}
