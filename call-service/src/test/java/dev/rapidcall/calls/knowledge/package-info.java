@NullMarked
package dev.rapidcall.calls.knowledge;

import org.jspecify.annotations.NullMarked;
