package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.identity.Scope;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What somebody may do at this moment: since his request began he may have lost a role, or his key.
 * Nobody gives others more than he has.
 */
@Component
final class CurrentRights {
  private final Workspaces workspaces;
  private final Members members;
  private final ApiKeys keys;

  CurrentRights(Workspaces workspaces, Members members, ApiKeys keys) {
    this.workspaces = workspaces;
    this.members = members;
    this.keys = keys;
  }

  /**
   * Until the transaction ends nobody changes who may do what in the workspace.
   *
   * @throws Forbidden if he does not manage it any longer
   */
  Set<String> lock(SignedIn who) {
    workspaces.lock(who.workspace().id());
    return of(who)
        .filter(rights -> rights.contains(Scope.ADMIN))
        .orElseThrow(() -> new Forbidden("You do not manage this workspace any longer"));
  }

  /**
   * The same, and sees that he may give the role.
   *
   * @throws Forbidden if it has a right that he has not
   */
  void lockToGive(Role role, SignedIn who) {
    if (!lock(who).containsAll(role.scopes())) {
      throw new Forbidden("A role cannot be given with rights that you do not have");
    }
  }

  private Optional<Set<String>> of(SignedIn who) {
    ApiKey key = who.key();
    return key == null
        ? members
            .find(who.workspace().id(), who.caller().subject())
            .map(member -> member.role().scopes())
        : keys.lockScopes(key.id());
  }
}
