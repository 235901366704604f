package dev.rapidcall.calls.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
 * @param modelAtOnce how many requests to the model may be under way, people's included
 * @param share how many percent of them the tasks may have
 */
@Validated
@ConfigurationProperties("rapidcall.after-calls")
public record TaskSettings(
    @NotNull Duration quiet,
    @NotNull Duration latest,
    @Positive int attempts,
    @NotNull Duration retryAfter,
    @NotNull Duration giveUpAfter,
    @NotNull Duration lease,
    @Positive int modelAtOnce,
    @Min(1) @Max(100) int share) {

  /** How many tasks are worked at once by this instance. */
  int atOnce() {
    return Math.max(1, modelAtOnce * share / 100);
  }
}
