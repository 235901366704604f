package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;

/**
 * A delivery that this instance has taken up.
 *
 * @param attempt its number among all attempts; who comes back with an older one is too late
 * @param tries how many attempts were made since it was queued, this one included
 * @param queued how often it had been sent again on request when it was taken up
 */
record DueDelivery(
    String id,
    WorkspaceId workspaceId,
    CallId callId,
    String eventId,
    String url,
    int attempt,
    int tries,
    int queued) {

  /** Not the address: it may hold what no log should. */
  @Override
  public String toString() {
    return "webhook delivery " + id;
  }
}
