/** Listens to calls and their metrics and hands each over as a usage fact. */
@NullMarked
package dev.rapidcall.billing.rating.events;

import org.jspecify.annotations.NullMarked;
