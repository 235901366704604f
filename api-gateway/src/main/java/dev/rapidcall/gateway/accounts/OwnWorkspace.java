package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.NotFound;

/** The workspace that a path names: it must be the request's own. */
final class OwnWorkspace {

  private OwnWorkspace() {}

  /**
   * @throws NotFound for every other one
   */
  static WorkspaceId named(String id, SignedIn who) {
    WorkspaceId own = who.workspace().id();
    if (!own.value().equals(id)) {
      throw new NotFound("Workspace not found");
    }
    return own;
  }
}
