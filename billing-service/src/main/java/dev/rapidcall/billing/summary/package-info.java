/** What a workspace reads about its usage, credit and prices. Owns no data. */
@NullMarked
package dev.rapidcall.billing.summary;

import org.jspecify.annotations.NullMarked;
