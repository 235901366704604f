/**
 * How far this service is behind, in numbers: asked for in the background, so that a slow broker or
 * database holds up nobody who reads them. Changes nothing.
 */
@NullMarked
package dev.rapidcall.messaging.lag;

import org.jspecify.annotations.NullMarked;
