/**
 * What people and the automatic evaluation think of a call, and the labels on it. Owns the
 * verdicts, not the calls; judges nothing itself.
 */
@NullMarked
package dev.rapidcall.calls.evaluations;

import org.jspecify.annotations.NullMarked;
