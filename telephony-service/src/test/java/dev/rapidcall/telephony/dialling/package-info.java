@NullMarked
package dev.rapidcall.telephony.dialling;

import org.jspecify.annotations.NullMarked;
