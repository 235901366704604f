package dev.rapidcall.service.idempotency;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.CurrentCaller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The key by which the repetitions of a request are known: the gateway's own, another one for each
 * sender and request. A key of somebody who works in no workspace is the sender's and means
 * nothing.
 *
 * @param workspace who asks must be known before his key counts
 */
public record RequestKey(WorkspaceId workspace, String value) {
  /** Where it travels. */
  public static final String HEADER = "Idempotency-Key";

  /** Empty for a request that may run as often as it comes. */
  public static Optional<RequestKey> of(HttpServletRequest request) {
    String key = request.getHeader(HEADER);
    return key == null || key.isBlank()
        ? Optional.empty()
        : CurrentCaller.find()
            .map(Caller::workspaceId)
            .map(workspace -> new RequestKey(workspace, key));
  }
}
