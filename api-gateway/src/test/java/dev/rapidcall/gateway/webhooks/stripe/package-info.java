@NullMarked
package dev.rapidcall.gateway.webhooks.stripe;

import org.jspecify.annotations.NullMarked;
