/**
 * What a language model, or the voice agent, makes of a call after it. Owns the questions, the
 * results and their once-only announcement; calls end without any of it.
 */
@NullMarked
package dev.rapidcall.calls.analysis;

import org.jspecify.annotations.NullMarked;
