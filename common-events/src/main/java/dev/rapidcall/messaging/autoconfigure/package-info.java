/** Puts messaging together in a Spring Boot service. Owns no behaviour. */
@NullMarked
package dev.rapidcall.messaging.autoconfigure;

import org.jspecify.annotations.NullMarked;
