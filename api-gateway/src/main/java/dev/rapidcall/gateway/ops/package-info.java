/**
 * What operators see of the whole: the numbers of every service at one address, and the names of
 * routes. Decides nothing.
 */
@NullMarked
package dev.rapidcall.gateway.ops;

import org.jspecify.annotations.NullMarked;
