@NullMarked
package dev.rapidcall.recordings.testing;

import org.jspecify.annotations.NullMarked;
