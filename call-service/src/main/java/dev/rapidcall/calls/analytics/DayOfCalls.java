package dev.rapidcall.calls.analytics;

/** A day in UTC on which calls started, and what they talked. */
record DayOfCalls(String day, long calls, long minutes) {}
