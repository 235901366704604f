/** Sends to addresses that customers name, and to no address inside. */
@NullMarked
package dev.rapidcall.calls.webhooks.delivery.http;

import org.jspecify.annotations.NullMarked;
