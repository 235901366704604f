/**
 * Recomputes the ledger from the usage facts and finds what differs. Owns no data and repairs
 * nothing.
 */
@NullMarked
package dev.rapidcall.billing.proof;

import org.jspecify.annotations.NullMarked;
