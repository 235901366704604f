@NullMarked
package dev.rapidcall.calls.webhooks;

import org.jspecify.annotations.NullMarked;
