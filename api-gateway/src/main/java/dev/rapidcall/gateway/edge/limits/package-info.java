/**
 * How often somebody may ask: sign-ins per account and per address, counted for all instances
 * together, and everything else per workspace. Does not know who may ask for what.
 */
@NullMarked
package dev.rapidcall.gateway.edge.limits;

import org.jspecify.annotations.NullMarked;
