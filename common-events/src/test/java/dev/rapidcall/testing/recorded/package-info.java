/** Recordings of a real LiveKit server and of the real voice agent, as test data. */
@NullMarked
package dev.rapidcall.testing.recorded;

import org.jspecify.annotations.NullMarked;
