/** Cartesia's voices; its words do not leave this package. */
@NullMarked
package dev.rapidcall.calls.voices.cartesia;

import org.jspecify.annotations.NullMarked;
