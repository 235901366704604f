/** Which paths and methods are served at all. Does not know who may ask for them. */
@NullMarked
package dev.rapidcall.gateway.edge.routes;

import org.jspecify.annotations.NullMarked;
