/** The port to a call's room. Owns nothing; LiveKit does. */
@NullMarked
package dev.rapidcall.calls.rooms;

import org.jspecify.annotations.NullMarked;
