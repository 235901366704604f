/** Recordings of rooms: their states, the file they leave in S3. Owns no rule of the room. */
@NullMarked
package dev.rapidcall.local.sandbox.livekit.egress;

import org.jspecify.annotations.NullMarked;
