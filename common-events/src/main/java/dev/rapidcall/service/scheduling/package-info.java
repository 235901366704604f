/** Threads for what a service does again and again. Does not know what that is. */
@NullMarked
package dev.rapidcall.service.scheduling;

import org.jspecify.annotations.NullMarked;
