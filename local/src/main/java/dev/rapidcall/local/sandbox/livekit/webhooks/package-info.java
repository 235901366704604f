/**
 * Webhooks out: numbered, signed, in order per room or egress, retried and dropped as LiveKit does.
 */
@NullMarked
package dev.rapidcall.local.sandbox.livekit.webhooks;

import org.jspecify.annotations.NullMarked;
