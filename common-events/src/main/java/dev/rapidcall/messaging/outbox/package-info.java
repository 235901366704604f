/**
 * Events that are committed with the state they tell of and sent afterwards. Owns the table {@code
 * outbox} and the relay that empties it; knows no consumer.
 */
@NullMarked
package dev.rapidcall.messaging.outbox;

import org.jspecify.annotations.NullMarked;
