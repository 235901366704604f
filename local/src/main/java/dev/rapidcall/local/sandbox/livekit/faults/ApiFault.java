package dev.rapidcall.local.sandbox.livekit.faults;

import java.util.concurrent.CountDownLatch;

/** What befalls one request. */
public sealed interface ApiFault {

  /** It is answered with this status. */
  record Answers(int status) implements ApiFault {}

  /** It gets no answer until the faults are changed. */
  record Hangs(CountDownLatch released) implements ApiFault {}
}
