/** Whole calls played by themselves: a caller, a voice agent and what the agent tells the API. */
@NullMarked
package dev.rapidcall.local.sandbox.livekit.calls;

import org.jspecify.annotations.NullMarked;
