/** What imported calls brought with them. Reads only; {@code importing} writes it. */
@NullMarked
package dev.rapidcall.calls.archive;

import org.jspecify.annotations.NullMarked;
