package dev.rapidcall.calls.lifecycle;

import java.time.Instant;

/**
 * What RapidCall does by itself when nothing else happens.
 *
 * @param at when it is due
 * @param outcome the reason it then ends the call with
 * @param needsLook whether LiveKit is asked first, because a lost webhook would look the same
 */
record Deadline(Instant at, String outcome, boolean needsLook) {}
