package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.CallEvent.CallResult;

/**
 * Something that follows from the end of a call. It is told in the transaction that decides the
 * end, under the call's lock, and once more with each correction; so it only notes what is to be
 * done.
 */
public interface WhenEnded {

  /** The call is over, with this result. */
  void ended(Call call, CallResult result);
}
