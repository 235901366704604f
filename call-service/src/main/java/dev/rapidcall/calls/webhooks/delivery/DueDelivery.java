package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.events.WorkspaceId;

/**
 * A delivery that this instance has taken up.
 *
 * @param attempt its number among all attempts; who comes back with an older one is too late
 * @param tries how many attempts were made since it was queued, this one included
 */
record DueDelivery(
    String id,
    WorkspaceId workspaceId,
    String eventId,
    String url,
    String body,
    int attempt,
    int tries) {

  /** Neither the address nor the body: both may hold what no log should. */
  @Override
  public String toString() {
    return "webhook delivery " + id;
  }
}
