/**
 * From the broker to the consumer beans: containers, decoding, retries, dead letters. Owns the
 * decision what an error means; the effect belongs to the consumer.
 */
@NullMarked
package dev.rapidcall.messaging.consuming;

import org.jspecify.annotations.NullMarked;
