/** Records rooms with LiveKit Egress over its Twirp API. The SDK's types stay in here. */
@NullMarked
package dev.rapidcall.recordings.egress.livekit;

import org.jspecify.annotations.NullMarked;
