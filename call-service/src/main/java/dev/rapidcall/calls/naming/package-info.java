/** Random names that nobody can guess. */
@NullMarked
package dev.rapidcall.calls.naming;

import org.jspecify.annotations.NullMarked;
