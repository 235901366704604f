/**
 * Compares recordings that are not finished with what LiveKit really runs, so that no webhook need
 * ever arrive. Knows how to find facts out; what they mean is the ledger's.
 */
@NullMarked
package dev.rapidcall.recordings.reconcile;

import org.jspecify.annotations.NullMarked;
