@NullMarked
package dev.rapidcall.messaging.outbox;

import org.jspecify.annotations.NullMarked;
