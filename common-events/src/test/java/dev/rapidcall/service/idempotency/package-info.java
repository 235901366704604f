@NullMarked
package dev.rapidcall.service.idempotency;

import org.jspecify.annotations.NullMarked;
