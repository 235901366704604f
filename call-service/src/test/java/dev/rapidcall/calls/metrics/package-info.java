@NullMarked
package dev.rapidcall.calls.metrics;

import org.jspecify.annotations.NullMarked;
