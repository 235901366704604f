@NullMarked
package dev.rapidcall.calls.testing;

import org.jspecify.annotations.NullMarked;
