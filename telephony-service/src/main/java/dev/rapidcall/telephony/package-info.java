/** Composition root of telephony-service. */
@NullMarked
package dev.rapidcall.telephony;

import org.jspecify.annotations.NullMarked;
