/** What things cost: rate cards, versioned by their content and kept for ever. Owns no usage. */
@NullMarked
package dev.rapidcall.billing.rates;

import org.jspecify.annotations.NullMarked;
