package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Conflict;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a member another role, or takes him out. A workspace is never without an owner. */
@Component
final class ChangeMember {
  private final Workspaces workspaces;
  private final Members members;
  private final Users users;
  private final OpenWorkspace openWorkspace;
  private final TransactionTemplate transaction;

  ChangeMember(
      Workspaces workspaces,
      Members members,
      Users users,
      OpenWorkspace openWorkspace,
      TransactionTemplate transaction) {
    this.workspaces = workspaces;
    this.members = members;
    this.users = users;
    this.openWorkspace = openWorkspace;
    this.transaction = transaction;
  }

  Member role(WorkspaceId workspace, String userId, Role role) {
    return transaction.execute(
        status -> {
          Member member = toChange(workspace, userId, role);
          members.change(workspace, member.userId(), role);
          workspaces.settleOwner(workspace);
          return members.find(workspace, userId).orElseThrow();
        });
  }

  void remove(WorkspaceId workspace, String userId) {
    transaction.executeWithoutResult(
        status -> {
          Member member = toChange(workspace, userId, null);
          members.remove(workspace, member.userId());
          workspaces.settleOwner(workspace);
          house(member);
        });
  }

  private Member toChange(WorkspaceId workspace, String userId, @Nullable Role role) {
    workspaces.lock(workspace);
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
