/**
 * Which owner serves which path. Passes requests on with a freshly minted identity and without
 * anybody's credentials; does not decide who may come in.
 */
@NullMarked
package dev.rapidcall.gateway.routing;

import org.jspecify.annotations.NullMarked;
