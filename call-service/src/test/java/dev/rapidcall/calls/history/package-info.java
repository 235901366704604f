@NullMarked
package dev.rapidcall.calls.history;

import org.jspecify.annotations.NullMarked;
