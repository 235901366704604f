package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Conflict;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a member another role, or takes him out. A workspace is never without an owner, and what a
 * member gave to others of his rights goes with them.
 */
@Component
final class ChangeMember {
  private final CurrentRights rights;
  private final Workspaces workspaces;
  private final Members members;
  private final Delegations delegations;
  private final Users users;
  private final OpenWorkspace openWorkspace;
  private final TransactionTemplate transaction;

  ChangeMember(
      CurrentRights rights,
      Workspaces workspaces,
      Members members,
      Delegations delegations,
      Users users,
      OpenWorkspace openWorkspace,
      TransactionTemplate transaction) {
    this.rights = rights;
    this.workspaces = workspaces;
    this.members = members;
    this.delegations = delegations;
    this.users = users;
    this.openWorkspace = openWorkspace;
    this.transaction = transaction;
  }

  Member role(SignedIn by, String userId, Role role) {
    WorkspaceId workspace = by.workspace().id();
    return transaction.execute(
        status -> {
          rights.lockToGive(role, by);
          Member member = toChange(workspace, userId, role);
          members.change(workspace, member.userId(), role);
          delegations.limit(member.userId(), workspace, role.scopes());
          workspaces.settleOwner(workspace);
          return members.find(workspace, userId).orElseThrow();
        });
  }

  void remove(SignedIn by, String userId) {
    WorkspaceId workspace = by.workspace().id();
    transaction.executeWithoutResult(
        status -> {
          rights.lock(by);
          Member member = toChange(workspace, userId, null);
          members.remove(workspace, member.userId());
          delegations.limit(member.userId(), workspace, Set.of());
          workspaces.settleOwner(workspace);
          house(member);
        });
  }

  private Member toChange(WorkspaceId workspace, String userId, @Nullable Role role) {
    Member member =
        members.find(workspace, userId).orElseThrow(() -> new NotFound("Member not found"));
    if (member.role() == Role.OWNER && role != Role.OWNER && members.owners(workspace) == 1) {
      throw new Conflict("The last owner cannot go", Map.of());
    }
    return member;
  }

  /** Nobody is without a workspace, or he could not even sign in. */
  private void house(Member member) {
    users.lock(member.userId());
    if (workspaces.of(member.userId()).isEmpty()) {
      openWorkspace.firstOf(member.userId(), member.name(), member.email());
    }
  }
}
