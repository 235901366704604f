/** Calls as the API shows them. Reads only. */
@NullMarked
package dev.rapidcall.calls.history;

import org.jspecify.annotations.NullMarked;
