@NullMarked
package dev.rapidcall.gateway.routing;

import org.jspecify.annotations.NullMarked;
