/**
 * Facts and a rate card give the lines of a call; a late fact gives an adjustment. Owns the bill of
 * a call; knows no invoice.
 */
@NullMarked
package dev.rapidcall.billing.rating;

import org.jspecify.annotations.NullMarked;
