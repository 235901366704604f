@NullMarked
package dev.rapidcall.calls.analysis;

import org.jspecify.annotations.NullMarked;
