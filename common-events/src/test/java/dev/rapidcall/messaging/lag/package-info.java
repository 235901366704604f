@NullMarked
package dev.rapidcall.messaging.lag;

import org.jspecify.annotations.NullMarked;
