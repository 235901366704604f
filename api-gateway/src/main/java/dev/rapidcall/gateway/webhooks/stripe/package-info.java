/** Stripe's webhooks. Nothing can verify them yet, so none is taken. */
@NullMarked
package dev.rapidcall.gateway.webhooks.stripe;

import org.jspecify.annotations.NullMarked;
