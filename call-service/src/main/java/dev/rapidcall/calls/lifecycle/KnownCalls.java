package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.CallId;
import java.util.Optional;
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

  /** The call as it was last judged, if its room was opened. */
  public Optional<Call> find(CallId id) {
    return calls.find(id).filter(call -> call.startedAt() != null);
  }

  /** Makes everything that is said about the call wait until the transaction is over. */
  public void lock(CallId id) {
    calls.lock(id);
  }
}
