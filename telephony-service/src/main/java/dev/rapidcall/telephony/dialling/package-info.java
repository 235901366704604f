/** Outbound jobs and dialling. So far only the numbers that operators watch, all of them zero. */
@NullMarked
package dev.rapidcall.telephony.dialling;

import org.jspecify.annotations.NullMarked;
