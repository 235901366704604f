@NullMarked
package dev.rapidcall.messaging.consuming;

import org.jspecify.annotations.NullMarked;
