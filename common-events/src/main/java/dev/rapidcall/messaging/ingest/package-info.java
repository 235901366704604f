/** Straight to the broker, for what must be durable before it is answered. Owns no table. */
@NullMarked
package dev.rapidcall.messaging.ingest;

import org.jspecify.annotations.NullMarked;
