package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.NotFound;
import org.springframework.stereotype.Component;

/** Says which of a person's workspaces his session works in from now on. */
@Component
final class SelectWorkspace {
  private final Workspaces workspaces;
  private final Sessions sessions;

  SelectWorkspace(Workspaces workspaces, Sessions sessions) {
    this.workspaces = workspaces;
    this.sessions = sessions;
  }

  Workspace of(Session session, String workspaceId) {
    Workspace chosen =
        workspaces.of(session.user().id()).stream()
            .filter(workspace -> workspace.id().value().equals(workspaceId))
            .findFirst()
            .orElseThrow(() -> new NotFound("Workspace not found"));
    sessions.select(session.token(), chosen.id());
    return chosen;
  }
}
