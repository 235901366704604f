package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Id;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which calls exist. */
@Component
public class KnownCalls {
  private final Calls calls;

  KnownCalls(Calls calls) {
    this.calls = calls;
  }

  /**
   * The call of an id that somebody sent, if the workspace can see it; an imported one too.
   *
   * @throws NotFound if it cannot
   */
  public CallId visible(WorkspaceId workspace, String id) {
    return Optional.of(id)
        .filter(text -> !text.isBlank() && text.length() <= Id.MAX_LENGTH)
        .map(CallId::new)
        .filter(call -> calls.isVisible(call, workspace))
        .orElseThrow(() -> new NotFound("Call not found"));
  }

  /** Whether the call was opened here. */
  public boolean contains(CallId id) {
    return calls.find(id).isPresent();
  }

  /**
   * The call as it was last judged, if its room was opened here: an imported one is judged no more.
   */
  public Optional<Call> find(CallId id) {
    return calls.find(id).filter(call -> call.startedAt() != null);
  }

  /** The same for an id that somebody sent; what cannot be one is no call. */
  public Optional<Call> find(String id) {
    boolean possible = !id.isBlank() && id.length() <= Id.MAX_LENGTH;
    return possible ? find(new CallId(id)) : Optional.empty();
  }

  /** Makes everything that is said about the call wait until the transaction is over. */
  public void lock(CallId id) {
    calls.lock(id);
  }
}
