package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.CallId;
import org.springframework.stereotype.Component;

/** Which calls exist. */
@Component
public class KnownCalls {
  private final Calls calls;

  KnownCalls(Calls calls) {
    this.calls = calls;
  }

  /** Whether the call was opened. */
  public boolean contains(CallId id) {
    return calls.find(id).isPresent();
  }
}
