/** The sandbox's time: one lock, one clock, one set of alarms, and how long things take. */
@NullMarked
package dev.rapidcall.local.sandbox.livekit.time;

import org.jspecify.annotations.NullMarked;
