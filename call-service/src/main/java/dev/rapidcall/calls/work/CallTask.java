package dev.rapidcall.calls.work;

import dev.rapidcall.events.CallId;
import java.time.Instant;

/**
 * Something to do about a call after it.
 *
 * @param attempt which one this is, from 1
 * @param plannedAt when it was known that the call is over
 */
public record CallTask(
    CallId call, String kind, int attempt, Instant plannedAt, Instant giveUpAt) {}
