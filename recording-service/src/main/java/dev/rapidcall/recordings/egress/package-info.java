/**
 * The port to whoever records a room. Owns starting, stopping and asking; does not know why a
 * recording is wanted.
 */
@NullMarked
package dev.rapidcall.recordings.egress;

import org.jspecify.annotations.NullMarked;
