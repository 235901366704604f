/** Rows that wait to be worked: claimed by one instance at a time, given back if it dies. */
@NullMarked
package dev.rapidcall.calls.work;

import org.jspecify.annotations.NullMarked;
