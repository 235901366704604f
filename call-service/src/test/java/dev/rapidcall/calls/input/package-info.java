@NullMarked
package dev.rapidcall.calls.input;

import org.jspecify.annotations.NullMarked;
