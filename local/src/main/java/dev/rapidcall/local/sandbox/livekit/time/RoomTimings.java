package dev.rapidcall.local.sandbox.livekit.time;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How rooms take their time.
 *
 * @param emptyTimeout used instead of the one a room was made with
 * @param departureTimeout used instead of the one a room was made with
 * @param countsRefresh how old a room's counts in webhooks may be
 */
public record RoomTimings(
    @Nullable Duration emptyTimeout, @Nullable Duration departureTimeout, Duration countsRefresh) {}
