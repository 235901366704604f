/** Checks JSON input field by field and tells every problem at once, under its top-level field. */
@NullMarked
package dev.rapidcall.calls.input;

import org.jspecify.annotations.NullMarked;
