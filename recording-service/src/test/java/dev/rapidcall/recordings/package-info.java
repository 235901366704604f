@NullMarked
package dev.rapidcall.recordings;

import org.jspecify.annotations.NullMarked;
