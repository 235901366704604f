package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.identity.Scope;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Gives the request's workspace another name. */
@Component
final class RenameWorkspace {
  private final Workspaces workspaces;
  private final Clock clock;

  RenameWorkspace(Workspaces workspaces, Clock clock) {
    this.workspaces = workspaces;
    this.clock = clock;
  }

  Workspace to(String name, SignedIn who) {
    if (!who.caller().has(Scope.ADMIN)) {
      throw new Forbidden("Only an owner may rename the workspace");
    }
    workspaces.rename(who.workspace().id(), name, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return workspaces.get(who.workspace().id());
  }
}
