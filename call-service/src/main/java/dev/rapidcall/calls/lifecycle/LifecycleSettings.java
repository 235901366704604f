package dev.rapidcall.calls.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long RapidCall waits before it acts by itself.
 *
 * @param agentLeft a caller is alone after the agent left
 * @param agentMissing a caller is alone and no agent ever came
 * @param goodbye an agent that ended the call may still speak
 * @param comeBack a browser that left may come back and go on with the same call
 * @param reconnect a caller whose connection broke may come back
 * @param callerMissing nobody came to a room that was opened
 * @param lookEvery how often an open call is compared with LiveKit
 * @param agentMissingAfter a caller is without an agent: told, for the call goes on
 * @param roomGoneAfter a room that LiveKit does not know is gone for good, counted from the start
 */
@Validated
@ConfigurationProperties("rapidcall.lifecycle")
public record LifecycleSettings(
    @NotNull Duration agentLeft,
    @NotNull Duration agentMissing,
    @NotNull Duration agentMissingAfter,
    @NotNull Duration goodbye,
    @NotNull Duration comeBack,
    @NotNull Duration reconnect,
    @NotNull Duration callerMissing,
    @NotNull Duration lookEvery,
    @NotNull Duration roomGoneAfter) {}
