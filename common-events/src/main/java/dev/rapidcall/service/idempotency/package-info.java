/**
 * A request that is repeated with its key has its effect once, and the answer of the first. Owns
 * the answers that are kept; does not know what requests do, nor which keys clients choose.
 */
@NullMarked
package dev.rapidcall.service.idempotency;

import org.jspecify.annotations.NullMarked;
