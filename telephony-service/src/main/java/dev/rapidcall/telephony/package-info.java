/** Composition root of the telephony-service module. */
@NullMarked
package dev.rapidcall.telephony;

import org.jspecify.annotations.NullMarked;
