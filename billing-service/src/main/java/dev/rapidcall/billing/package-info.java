/** Composition root of the billing-service module. */
@NullMarked
package dev.rapidcall.billing;

import org.jspecify.annotations.NullMarked;
