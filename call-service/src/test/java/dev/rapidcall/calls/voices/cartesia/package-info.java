@NullMarked
package dev.rapidcall.calls.voices.cartesia;

import org.jspecify.annotations.NullMarked;
