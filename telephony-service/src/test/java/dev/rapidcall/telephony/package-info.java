@NullMarked
package dev.rapidcall.telephony;

import org.jspecify.annotations.NullMarked;
