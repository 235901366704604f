package dev.rapidcall.local.sandbox.livekit.calls;

import java.time.Instant;

/** One thing that happened in a played call. */
public record Step(Instant at, String what) {}
