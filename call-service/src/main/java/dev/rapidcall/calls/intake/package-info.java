/** Where events come in: each topic's listener, a table of contents of what follows from what. */
@NullMarked
package dev.rapidcall.calls.intake;

import org.jspecify.annotations.NullMarked;
