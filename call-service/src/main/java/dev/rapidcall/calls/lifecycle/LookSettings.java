package dev.rapidcall.calls.lifecycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How often LiveKit is asked who is in a room.
 *
 * @param intoEvery at the latest, even if the room's figures stay the same
 * @param intoPerMinute at most, over all calls of this instance
 */
@Validated
@ConfigurationProperties("rapidcall.looks")
record LookSettings(@NotNull Duration intoEvery, @Positive int intoPerMinute) {}
