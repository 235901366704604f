/** The port to the store of the recorded files. Owns finding and reading them; never writes one. */
@NullMarked
package dev.rapidcall.recordings.objects;

import org.jspecify.annotations.NullMarked;
