@NullMarked
package dev.rapidcall.calls.evaluations;

import org.jspecify.annotations.NullMarked;
