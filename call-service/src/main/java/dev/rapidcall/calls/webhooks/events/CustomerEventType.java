package dev.rapidcall.calls.webhooks.events;

import java.util.Locale;

/** What customers are told of a call, in this order. */
public enum CustomerEventType {
  /** A web call exists; a phone call was answered. */
  CALL_STARTED,
  /** The call is over. */
  CALL_ENDED,
  /** What the analysis found, once it is over. */
  CALL_ANALYZED;

  /** Its name in bodies. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
