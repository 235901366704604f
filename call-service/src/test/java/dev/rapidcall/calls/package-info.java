@NullMarked
package dev.rapidcall.calls;

import org.jspecify.annotations.NullMarked;
