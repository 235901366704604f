package dev.rapidcall.local.sandbox.livekit.time;

import java.time.Duration;

/**
 * How egress takes its time.
 *
 * @param accepted from the request to `egress_started` and the answer
 * @param joins from there until the recorder is in the room
 * @param active from joining until the recorder is active (its `participant_joined`)
 * @param reported from the first sample until `egress_updated` says ACTIVE
 * @param unknown how long StopEgress takes to answer that it knows no such egress
 * @param noService how long StartEgress takes to answer that no egress service runs
 */
public record EgressTimings(
    Duration accepted,
    Duration joins,
    Duration active,
    Duration reported,
    Duration unknown,
    Duration noService) {}
