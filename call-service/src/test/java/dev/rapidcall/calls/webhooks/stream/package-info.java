@NullMarked
package dev.rapidcall.calls.webhooks.stream;

import org.jspecify.annotations.NullMarked;
