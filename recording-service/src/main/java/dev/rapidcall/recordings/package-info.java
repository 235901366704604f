/** Composition root of the recording-service module. */
@NullMarked
package dev.rapidcall.recordings;

import org.jspecify.annotations.NullMarked;
