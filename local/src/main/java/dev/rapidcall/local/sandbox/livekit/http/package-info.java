/** The doors: LiveKit's Twirp API and the sandbox's own control API. */
@NullMarked
package dev.rapidcall.local.sandbox.livekit.http;

import org.jspecify.annotations.NullMarked;
