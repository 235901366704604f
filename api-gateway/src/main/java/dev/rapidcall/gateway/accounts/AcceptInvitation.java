package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the invited person a member. */
@Component
final class AcceptInvitation {
  private final Invitations invitations;
  private final Members members;
  private final Workspaces workspaces;
  private final TransactionTemplate transaction;
  private final Clock clock;

  AcceptInvitation(
      Invitations invitations,
      Members members,
      Workspaces workspaces,
      TransactionTemplate transaction,
      Clock clock) {
    this.invitations = invitations;
    this.members = members;
    this.workspaces = workspaces;
    this.transaction = transaction;
    this.clock = clock;
  }

  Workspace by(User person, InvitationToken token) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return transaction.execute(
        status -> {
          Invitation invitation =
              invitations
                  .lock(token, now)
                  .orElseThrow(() -> new NotFound("Invitation not found or expired"));
          if (!invitation.email().equals(person.email())) {
            throw new Forbidden("The invitation is for another address");
          }
          invitations.remove(invitation.id(), invitation.workspaceId());
          members.add(invitation.workspaceId(), person.id(), invitation.role(), now);
          return workspaces.get(invitation.workspaceId());
        });
  }
}
