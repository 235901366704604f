@NullMarked
package dev.rapidcall.calls.voices;

import org.jspecify.annotations.NullMarked;
