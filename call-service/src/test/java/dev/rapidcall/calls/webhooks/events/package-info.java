@NullMarked
package dev.rapidcall.calls.webhooks.events;

import org.jspecify.annotations.NullMarked;
