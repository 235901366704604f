@NullMarked
package dev.rapidcall.calls.webhooks.testing;

import org.jspecify.annotations.NullMarked;
