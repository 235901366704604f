/** The double-entry ledger, append-only. Owns the books; does not decide what is posted. */
@NullMarked
package dev.rapidcall.billing.ledger;

import org.jspecify.annotations.NullMarked;
