/** Keeps the ledger's work going. Owns threads and bulkheads; does not know what the work is. */
@NullMarked
package dev.rapidcall.recordings.work;

import org.jspecify.annotations.NullMarked;
