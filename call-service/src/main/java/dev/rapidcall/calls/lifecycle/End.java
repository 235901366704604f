package dev.rapidcall.calls.lifecycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When, to the millisecond, and why a call ended. */
record End(Instant at, String outcome) {
  End {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
