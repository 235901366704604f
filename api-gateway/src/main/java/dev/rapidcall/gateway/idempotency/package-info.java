/**
 * A request that is repeated with its key is answered as the first one was, for a day. Does not
 * know what requests do; only who has a workspace is served so.
 */
@NullMarked
package dev.rapidcall.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
