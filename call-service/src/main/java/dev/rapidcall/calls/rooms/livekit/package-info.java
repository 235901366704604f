/** The LiveKit adapter of the room port; SDK types do not leave it. */
@NullMarked
package dev.rapidcall.calls.rooms.livekit;

import org.jspecify.annotations.NullMarked;
