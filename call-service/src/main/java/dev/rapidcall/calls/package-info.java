/** Composition root of the call-service module. */
@NullMarked
package dev.rapidcall.calls;

import org.jspecify.annotations.NullMarked;
