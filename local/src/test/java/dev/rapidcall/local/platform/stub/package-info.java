/** A service that has nothing but its start. */
@NullMarked
package dev.rapidcall.local.platform.stub;

import org.jspecify.annotations.NullMarked;
