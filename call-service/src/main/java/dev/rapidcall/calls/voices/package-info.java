/** The port to synthetic voices, and a short sample of one over HTTP. Owns no audio. */
@NullMarked
package dev.rapidcall.calls.voices;

import org.jspecify.annotations.NullMarked;
