@NullMarked
package dev.rapidcall.telephony.numbers;

import org.jspecify.annotations.NullMarked;
