@NullMarked
package dev.rapidcall.calls.lifecycle;

import org.jspecify.annotations.NullMarked;
