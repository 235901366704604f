@NullMarked
package dev.rapidcall.calls.recordings;

import org.jspecify.annotations.NullMarked;
