@NullMarked
package dev.rapidcall.calls.importing;

import org.jspecify.annotations.NullMarked;
