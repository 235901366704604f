/** How events look on the wire and how they get there, shown on real Kafka and Postgres. */
@NullMarked
package dev.rapidcall.messaging;

import org.jspecify.annotations.NullMarked;
