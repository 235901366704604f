@NullMarked
package dev.rapidcall.recordings.ledger;

import org.jspecify.annotations.NullMarked;
