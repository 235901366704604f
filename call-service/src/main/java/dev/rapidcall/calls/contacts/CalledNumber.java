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
    return firstChannel == CallChannel.PHONE_OUTBOUND ? "outbound" : "inbound";
  }
}
