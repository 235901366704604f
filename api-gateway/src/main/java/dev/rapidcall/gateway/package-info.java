/** Composition root of the api-gateway module. */
@NullMarked
package dev.rapidcall.gateway;

import org.jspecify.annotations.NullMarked;
