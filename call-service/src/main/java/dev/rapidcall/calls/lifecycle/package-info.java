/**
 * The heart: facts decide when a call is answered and how it ends. Owns the call's row and its
 * state; owns no room, no media and no money.
 */
@NullMarked
package dev.rapidcall.calls.lifecycle;

import org.jspecify.annotations.NullMarked;
