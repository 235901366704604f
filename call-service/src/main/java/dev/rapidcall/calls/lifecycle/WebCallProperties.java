package dev.rapidcall.calls.lifecycle;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How web calls are opened.
 *
 * @param livekitUrl what a browser connects to
 * @param agentName the agent to send for; blank where agents take every room
 * @param explicitDispatch send for it by a request of its own instead of together with the room
 */
@Validated
@ConfigurationProperties("rapidcall.web-calls")
record WebCallProperties(
    @NotBlank String livekitUrl,
    @NotBlank String roomPrefix,
    @NotNull String agentName,
    boolean explicitDispatch,
    @NotNull Duration emptyTimeout,
    @NotNull Duration departureTimeout) {}
