/**
 * The event vocabulary: one sealed interface per topic, typed ids and wire names. It depends on
 * nothing but the JDK; it does not know how events travel.
 */
@NullMarked
package dev.rapidcall.events;

import org.jspecify.annotations.NullMarked;
