@NullMarked
package dev.rapidcall.calls.rooms.livekit;

import org.jspecify.annotations.NullMarked;
