/** Sums over calls. Owns nothing: the calls and what was measured of them are elsewhere. */
@NullMarked
package dev.rapidcall.calls.analytics;

import org.jspecify.annotations.NullMarked;
