/**
 * The facts that calls are rated from, as they came in, append-only. Owns no price and no amount.
 */
@NullMarked
package dev.rapidcall.billing.usage;

import org.jspecify.annotations.NullMarked;
