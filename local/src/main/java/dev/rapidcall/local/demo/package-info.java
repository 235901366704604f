/**
 * Uses the platform from outside, over HTTP, as a client would: the ready-made login and one whole
 * call to look at. Owns no state.
 */
@NullMarked
package dev.rapidcall.local.demo;

import org.jspecify.annotations.NullMarked;
