/** The way from trial to paying by card. Not connected to Stripe yet, and says so. */
@NullMarked
package dev.rapidcall.billing.stripe;

import org.jspecify.annotations.NullMarked;
