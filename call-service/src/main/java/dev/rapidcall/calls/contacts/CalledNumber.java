package dev.rapidcall.calls.contacts;

import dev.rapidcall.events.CallChannel;
import java.time.Instant;

/**
 * What the calls with a number come to.
 *
 * @param firstChannel how it was first talked to
 */
record CalledNumber(
    String phone, int calls, Instant lastAt, String lastOutcome, CallChannel firstChannel) {

  String source() {
    return source(firstChannel);
  }

  static String source(CallChannel channel) {
    return channel == CallChannel.PHONE_OUTBOUND ? "outbound" : "inbound";
  }
}
