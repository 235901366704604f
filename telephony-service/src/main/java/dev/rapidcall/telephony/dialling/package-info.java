/**
 * Phones that we call: jobs and their attempts. There are none yet; does not keep the call record.
 */
@NullMarked
package dev.rapidcall.telephony.dialling;

import org.jspecify.annotations.NullMarked;
