/** Hears of calls and egresses, and hands each event to the one use case it is for. */
@NullMarked
package dev.rapidcall.recordings.ledger.events;

import org.jspecify.annotations.NullMarked;
