/** How good calls were, in the judgement of people and of a model. Owns the evaluations. */
@NullMarked
package dev.rapidcall.calls.evaluations;

import org.jspecify.annotations.NullMarked;
