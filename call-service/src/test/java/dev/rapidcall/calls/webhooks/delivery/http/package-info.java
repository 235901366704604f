@NullMarked
package dev.rapidcall.calls.webhooks.delivery.http;

import org.jspecify.annotations.NullMarked;
