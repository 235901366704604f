@NullMarked
package dev.rapidcall.calls.ai;

import org.jspecify.annotations.NullMarked;
