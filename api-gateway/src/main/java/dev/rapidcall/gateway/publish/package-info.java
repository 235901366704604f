/**
 * The way of the gateway's events to the broker: acknowledged, or the request is refused. Does not
 * know what the events mean.
 */
@NullMarked
package dev.rapidcall.gateway.publish;

import org.jspecify.annotations.NullMarked;
