@NullMarked
package dev.rapidcall.calls.intake;

import org.jspecify.annotations.NullMarked;
