/** Examples of every event, and the rules that keep the vocabulary pure and its names fixed. */
@NullMarked
package dev.rapidcall.events;

import org.jspecify.annotations.NullMarked;
