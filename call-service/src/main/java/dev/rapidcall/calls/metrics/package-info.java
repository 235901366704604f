/**
 * What the voice agent measured of a call, merged from its reports. Owns the merging, not the
 * reports.
 */
@NullMarked
package dev.rapidcall.calls.metrics;

import org.jspecify.annotations.NullMarked;
