/** What LiveKit's wire is made of: identifiers, signed tokens, refusals. */
@NullMarked
package dev.rapidcall.local.sandbox.livekit.wire;

import org.jspecify.annotations.NullMarked;
