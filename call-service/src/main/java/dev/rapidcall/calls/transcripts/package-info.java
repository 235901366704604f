/** The last whole transcript of each call. Owns its words; does not analyse them. */
@NullMarked
package dev.rapidcall.calls.transcripts;

import org.jspecify.annotations.NullMarked;
