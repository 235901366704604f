package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.CallChannel;
import java.time.Instant;

/**
 * What was settled about a call when it was opened.
 *
 * @param maxCallSeconds what its agent allows; 0 if it says nothing
 */
record Terms(CallChannel channel, Instant openedAt, int maxCallSeconds) {
  static Terms of(Call call) {
    return new Terms(call.channel(), call.openedAt(), call.maxCallSeconds());
  }
}
