package dev.rapidcall.calls.lifecycle;

import java.time.Instant;

/**
 * A caller without an agent, of whom nobody was told yet.
 *
 * @param tellAt when it is told if no agent has come until then
 */
record Alone(Instant since, Instant tellAt) {}
