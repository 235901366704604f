/** Writes the draft of an agent's prompt from what a person says of the business. Keeps nothing. */
@NullMarked
package dev.rapidcall.calls.prompting;

import org.jspecify.annotations.NullMarked;
