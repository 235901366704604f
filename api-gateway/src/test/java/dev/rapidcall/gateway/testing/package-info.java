/** What the gateway's integration tests stand on. */
@NullMarked
package dev.rapidcall.gateway.testing;

import org.jspecify.annotations.NullMarked;
