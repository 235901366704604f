package dev.rapidcall.calls.transfer;

import dev.rapidcall.events.CallId;
import java.time.Instant;

/**
 * The right to transfer a call.
 *
 * @param until when LiveKit has surely given up, whether it answered or not; also names the claim
 */
record Claim(CallId call, Instant askedAt, Instant until) {}
