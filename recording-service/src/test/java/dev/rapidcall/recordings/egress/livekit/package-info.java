@NullMarked
package dev.rapidcall.recordings.egress.livekit;

import org.jspecify.annotations.NullMarked;
