/**
 * Receipts of what was handled: stored in the transaction of the effect, so that an event has its
 * effect once. Owns the table {@code inbox}.
 */
@NullMarked
package dev.rapidcall.messaging.inbox;

import org.jspecify.annotations.NullMarked;
