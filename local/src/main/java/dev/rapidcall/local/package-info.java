/** Composition root of the local module. */
@NullMarked
package dev.rapidcall.local;

import org.jspecify.annotations.NullMarked;
