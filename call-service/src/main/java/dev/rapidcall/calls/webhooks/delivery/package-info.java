/**
 * Events on their way to the webhook of an agent: queued, signed, tried again, logged. Owns the
 * deliveries and the signing secrets, not the events.
 */
@NullMarked
package dev.rapidcall.calls.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
