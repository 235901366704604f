/** Rooms, who is in them and which agents are sent to them. Owns when a room closes. */
@NullMarked
package dev.rapidcall.local.sandbox.livekit.rooms;

import org.jspecify.annotations.NullMarked;
