package dev.rapidcall.local.sandbox.livekit.time;

import java.time.Duration;

/**
 * How played calls take their time.
 *
 * @param agentJoins from the start of the play until the agent is in the room
 * @param callerJoins from the start of the play until the caller is in the room
 * @param publishes from joining to the first track
 * @param transcriptEvery how often the agent posts the transcript
 * @param goodbye from the answer to the agent's `/end` until it leaves
 * @param vanishNoticed how long a caller who vanished stays in the room
 */
public record CallTimings(
    Duration agentJoins,
    Duration callerJoins,
    Duration publishes,
    Duration transcriptEvery,
    Duration goodbye,
    Duration vanishNoticed) {}
