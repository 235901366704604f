/** Recordings that people bring themselves. Keeps them beside those that are made. */
@NullMarked
package dev.rapidcall.recordings.uploads;

import org.jspecify.annotations.NullMarked;
