/** The billing routes of the public API. */
@NullMarked
package dev.rapidcall.billing.summary.web;

import org.jspecify.annotations.NullMarked;
