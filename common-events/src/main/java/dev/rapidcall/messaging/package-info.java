/**
 * How events travel: envelope, codec, the port to publish and the port to consume. Owns delivery,
 * order and receipts; knows no business rule.
 */
@NullMarked
package dev.rapidcall.messaging;

import org.jspecify.annotations.NullMarked;
