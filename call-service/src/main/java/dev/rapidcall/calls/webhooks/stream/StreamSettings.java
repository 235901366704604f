package dev.rapidcall.calls.webhooks.stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How listeners are served.
 *
 * @param heartbeat how often a quiet stream says that it is alive
 * @param lifetime after which a stream ends and its listener has to come again
 * @param connections of one workspace to this instance at once
 */
@Validated
@ConfigurationProperties("rapidcall.events")
record StreamSettings(
    @NotNull Duration heartbeat, @NotNull Duration lifetime, @Positive int connections) {}
