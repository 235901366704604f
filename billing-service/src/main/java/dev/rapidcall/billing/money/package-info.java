/** US dollars as an exact decimal. Owns rounding; knows no price. */
@NullMarked
package dev.rapidcall.billing.money;

import org.jspecify.annotations.NullMarked;
