@NullMarked
package dev.rapidcall.calls.work;

import org.jspecify.annotations.NullMarked;
