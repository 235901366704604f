/** Composition root of telephony-service: starts it; its features are still to come. */
@NullMarked
package dev.rapidcall.telephony;

import org.jspecify.annotations.NullMarked;
