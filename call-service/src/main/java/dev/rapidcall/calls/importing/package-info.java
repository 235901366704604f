/**
 * Brings in the agents and calls of files that another installation wrote. Owns the reading of
 * these files; what it keeps is shown by the features that show such things.
 */
@NullMarked
package dev.rapidcall.calls.importing;

import org.jspecify.annotations.NullMarked;
