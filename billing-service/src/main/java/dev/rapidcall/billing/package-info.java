/** Composition root of billing-service: starts it and owns nothing else. */
@NullMarked
package dev.rapidcall.billing;

import org.jspecify.annotations.NullMarked;
