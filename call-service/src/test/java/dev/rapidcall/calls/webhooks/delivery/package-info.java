@NullMarked
package dev.rapidcall.calls.webhooks.delivery;

import org.jspecify.annotations.NullMarked;
