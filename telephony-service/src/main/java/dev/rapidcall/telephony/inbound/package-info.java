/**
 * Phones that call us: what the carrier and the voice agent are told, and diagnostics. Does not
 * keep calls.
 */
@NullMarked
package dev.rapidcall.telephony.inbound;

import org.jspecify.annotations.NullMarked;
