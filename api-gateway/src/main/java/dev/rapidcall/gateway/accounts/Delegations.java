package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.Scope;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a person handed out of his rights in a workspace: API keys and open invitations. */
@Component
final class Delegations {
  private final ApiKeys keys;
  private final Invitations invitations;

  Delegations(ApiKeys keys, Invitations invitations) {
    this.keys = keys;
    this.invitations = invitations;
  }

  /** Takes back all that goes beyond what he may do from now on. */
  void limit(UserId person, WorkspaceId workspace, Set<String> rights) {
    for (ApiKey key : keys.madeBy(person.value(), workspace)) {
      Set<String> left = new HashSet<>(key.scopes());
      left.retainAll(rights);
      if (left.isEmpty()) {
        keys.remove(key.id(), workspace);
      } else if (!left.equals(key.scopes())) {
        keys.limit(key.id(), left);
      }
    }
    if (!rights.contains(Scope.ADMIN)) {
      invitations.removeBy(person.value(), workspace);
    }
  }
}
