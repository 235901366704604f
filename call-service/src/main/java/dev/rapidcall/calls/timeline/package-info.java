/**
 * Every fact that was ever heard of a call, kept once, in order of event time. Owns the facts; does
 * not judge them.
 */
@NullMarked
package dev.rapidcall.calls.timeline;

import org.jspecify.annotations.NullMarked;
