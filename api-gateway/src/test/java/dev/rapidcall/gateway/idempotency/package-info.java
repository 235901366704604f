@NullMarked
package dev.rapidcall.gateway.idempotency;

import org.jspecify.annotations.NullMarked;
