/** The port to the store of the recorded files: finding, reading and keeping them. */
@NullMarked
package dev.rapidcall.recordings.objects;

import org.jspecify.annotations.NullMarked;
