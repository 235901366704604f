@NullMarked
package dev.rapidcall.messaging.kafka;

import org.jspecify.annotations.NullMarked;
