/** Hands the phone of a call on to somebody else. Owns the once-only, not the call's state. */
@NullMarked
package dev.rapidcall.calls.transfer;

import org.jspecify.annotations.NullMarked;
