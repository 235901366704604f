/** Which workspace a caller may act in. Owns no data. */
@NullMarked
package dev.rapidcall.telephony.tenancy;

import org.jspecify.annotations.NullMarked;
