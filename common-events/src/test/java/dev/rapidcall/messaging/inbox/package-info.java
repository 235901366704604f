@NullMarked
package dev.rapidcall.messaging.inbox;

import org.jspecify.annotations.NullMarked;
