/**
 * What LiveKit tells: verified by its signature, translated to facts, published. Owns the meaning
 * of LiveKit's webhooks; does not decide what they do to a call.
 */
@NullMarked
package dev.rapidcall.gateway.webhooks.livekit;

import org.jspecify.annotations.NullMarked;
