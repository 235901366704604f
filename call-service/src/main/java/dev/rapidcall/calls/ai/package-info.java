/**
 * The port to language models, and what calls to AI providers have in common: bounds, deadlines and
 * four ways to fail. Owns no prompt and no result.
 */
@NullMarked
package dev.rapidcall.calls.ai;

import org.jspecify.annotations.NullMarked;
